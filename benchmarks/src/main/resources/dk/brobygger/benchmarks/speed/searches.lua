-- What people may type, asked of a server by each connection one question after the other:
-- wrk -t1 -c16 -d60s -s searches.lua http://127.0.0.1:8080 -- questions.txt
-- With a number behind it each waits so many milliseconds on average before it asks on; 50 make some 300 a second.
local questions = {}
local next = 0
local pause = 0

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
  pause = tonumber(arguments[2] or 0)
  math.randomseed(7)
  next = math.random(#questions)
end

-- Of any length up to twice the average, so that they do not all ask at once.
function delay()
  return math.random(0, 2 * pause)
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
