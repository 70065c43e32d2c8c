-- What people may type, asked of a server one question after the other:
-- wrk -t2 -c16 -d60s --latency -s searches.lua http://127.0.0.1:8080 -- questions.txt
local questions = {}
local next = 0

local function escaped(text)
  return (text:gsub("[^%w]", function(byte)
    return string.format("%%%02X", byte:byte())
  end))
end

function init(arguments)
  local file = assert(arguments[1], "the file of questions is missing")
  for line in io.lines(file) do
    questions[#questions + 1] = "/api/v1/search?q=" .. escaped(line) .. "&size=10"
  end
  math.randomseed(7)
  next = math.random(#questions)
end

function request()
  next = next % #questions + 1
  return wrk.format("GET", questions[next])
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    "%.1f searches a second, p50 %.1f ms, p99 %.1f ms, %d errors",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
