"""Has the checks beside the repository make inputs and judge plans, many in one process.

make CHECKS FOLDER < lines of: NAME DELEGATES HOSTS WISHES SLOTS SEED
judge CHECKS FOLDER < lines of: NAME; prints NAME and the broken rules of each that has any
"""
import contextlib
import io
import sys

what, checks, folder = sys.argv[1:4]
sys.path.insert(0, checks)
import make_delegation
import verify_plan

for line in sys.stdin:
    name, *sizes = line.split()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        if what == "make":
            make_delegation.main(*sizes)
            broken = 0
        else:
            broken = verify_plan.main(f"{folder}/{name}.json", f"{folder}/{name}.plan.json")
    if what == "make":
        with open(f"{folder}/{name}.json", "w") as out:
            out.write(said.getvalue())
    elif broken:
        print(name, said.getvalue().replace("\n", "; "))
