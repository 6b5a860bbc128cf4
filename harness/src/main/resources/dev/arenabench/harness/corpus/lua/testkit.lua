--- A test framework in one file.
--
--     local t = require "testkit"
--     t.describe("a stack", function()
--       local stack
--       t.before_each(function() stack = Stack.new() end)
--       t.it("is empty at first", function()
--         t.expect(stack:size()).to_equal(0)
--       end)
--     end)
--     os.exit(t.run() and 0 or 1)
--
-- Suites nest. Hooks of an outer suite run around those of an inner one. A
-- failing expectation raises a table, so that the report can tell a failure
-- from an error in the code under test.

local testkit = {}

local unpack = table.unpack or unpack -- luacheck: ignore
local fmt, concat, insert = string.format, table.concat, table.insert

local Failure = { __tostring = function(self) return self.message end }

--------------------------------------------------------------------------
-- Values as text, and deep comparison
--------------------------------------------------------------------------

local function show(value, depth)
  local kind = type(value)
  if kind == "string" then return fmt("%q", value):gsub("\\\n", "\\n") .. "" end
  if kind ~= "table" then return tostring(value) end
  local mt = getmetatable(value)
  if mt and mt.__tostring then return tostring(value) end
  depth = depth or 0
  if depth > 3 then return "{…}" end
  local parts, seen = {}, {}
  for i, v in ipairs(value) do
    parts[i], seen[i] = show(v, depth + 1), true
  end
  local named = {}
  for k, v in pairs(value) do
    if not seen[k] then
      local key = type(k) == "string" and k:match "^[%a_][%w_]*$" or "[" .. show(k, depth + 1) .. "]"
      insert(named, key .. " = " .. show(v, depth + 1))
    end
  end
  table.sort(named)
  table.move(named, 1, #named, #parts + 1, parts)
  return "{" .. concat(parts, ", ") .. "}"
end

-- Gives true, or false and the path of the first difference.
local function same(a, b, path, seen)
  if a == b then return true end
  if type(a) ~= "table" or type(b) ~= "table" then
    if a ~= a and b ~= b then return true end -- two NaNs are the same to a test
    return false, path
  end
  if seen[a] == b then return true end
  seen[a] = b
  for k, v in pairs(a) do
    local ok, where = same(v, b[k], path .. "." .. tostring(k), seen)
    if not ok then return false, where end
  end
  for k in pairs(b) do
    if a[k] == nil then return false, path .. "." .. tostring(k) end
  end
  return true
end

--------------------------------------------------------------------------
-- Expectations
--------------------------------------------------------------------------

local matchers = {}

function matchers.equal(actual, expected)
  return rawequal(actual, expected) or actual == expected, "%s to equal %s", actual, expected
end

function matchers.look_like(actual, expected)
  local ok, where = same(actual, expected, "value", {})
  return ok, "%s to look like %s (differs at " .. tostring(where) .. ")", actual, expected
end

function matchers.be_near(actual, expected, tolerance)
  tolerance = tolerance or 1e-9
  return math.abs(actual - expected) <= tolerance, "%s to be near %s", actual, expected
end

function matchers.match(actual, pattern)
  return type(actual) == "string" and actual:find(pattern) ~= nil, "%s to match %s", actual, pattern
end

function matchers.contain(actual, item)
  if type(actual) == "string" then
    return actual:find(item, 1, true) ~= nil, "%s to contain %s", actual, item
  end
  for _, v in pairs(actual) do
    if same(v, item, "", {}) then return true, "%s to contain %s", actual, item end
  end
  return false, "%s to contain %s", actual, item
end

function matchers.be_a(actual, kind)
  return type(actual) == kind or math.type(actual) == kind, "%s to be a %s", actual, kind
end

function matchers.be_truthy(actual)
  return not not actual, "%s to be truthy", actual
end

function matchers.fail(actual, pattern)
  local ok, err = pcall(actual)
  if ok then return false, "%s to fail", actual end
  err = type(err) == "table" and err.message or tostring(err)
  return not pattern or err:find(pattern) ~= nil, "the error %s to match %s", err, pattern
end

--- Add a matcher of one's own: it gives a boolean, a format and its values.
function testkit.matcher(name, f)
  matchers[name] = f
end

local assertions = 0

local function fail(level, message)
  local info = debug.getinfo(level + 1, "Sl")
  error(setmetatable({
    message = message,
    where = info and fmt("%s:%d", info.short_src, info.currentline) or "?",
  }, Failure), 0)
end

local Expectation = {}

function Expectation:__index(key)
  if key == "never" then
    return setmetatable({ actual = self.actual, negated = not self.negated }, Expectation)
  end
  local name = key:match "^to_(.+)$"
  local matcher = name and matchers[name]
  if not matcher then error(fmt("no expectation '%s'", tostring(key)), 2) end
  return function(...)
    assertions = assertions + 1
    local results = table.pack(matcher(self.actual, ...))
    local ok = results[1]
    if self.negated then ok = not ok end
    if ok then return self end
    local shown = {}
    for i = 3, results.n do shown[i - 2] = show(results[i]) end
    local text = fmt(results[2], unpack(shown))
    fail(2, "expected " .. (self.negated and text:gsub(" to ", " not to ", 1) or text))
  end
end

function testkit.expect(actual)
  return setmetatable({ actual = actual, negated = false }, Expectation)
end

--------------------------------------------------------------------------
-- Suites
--------------------------------------------------------------------------

local function new_suite(name, parent)
  return { name = name, parent = parent, entries = {}, before_each = {}, after_each = {} }
end

local root = new_suite("", nil)
local current = root

function testkit.describe(name, body)
  local suite = new_suite(name, current)
  insert(current.entries, suite)
  local outer = current
  current = suite
  body()
  current = outer
end

function testkit.it(name, body)
  insert(current.entries, { name = name, body = body, suite = current })
end

function testkit.pending(name)
  insert(current.entries, { name = name, suite = current })
end

for _, hook in ipairs { "before_each", "after_each" } do
  testkit[hook] = function(f) insert(current[hook], f) end
end

--- Replaces a field for the length of one test.
function testkit.stub(t, key, value)
  local old = rawget(t, key)
  t[key] = value
  current.restore = current.restore or {}
  insert(current.restore, function() t[key] = old end)
end

local function hooks_of(suite, kind, outer_first)
  local list = {}
  while suite do
    for i = #suite[kind], 1, -1 do insert(list, suite[kind][i]) end
    suite = suite.parent
  end
  if not outer_first then return list end
  local reversed = {}
  for i = #list, 1, -1 do insert(reversed, list[i]) end
  return reversed
end

local function full_name(test)
  local names, suite = { test.name }, test.suite
  while suite and suite.parent do
    insert(names, 1, suite.name)
    suite = suite.parent
  end
  return concat(names, " ")
end

local function handler(err)
  if getmetatable(err) == Failure then return err end
  return { message = tostring(err), trace = debug.traceback("", 2), is_error = true }
end

local function run_test(test, report)
  if not test.body then
    report.pending = report.pending + 1
    return report.write "?"
  end
  current = test.suite
  local ok, err = xpcall(function()
    for _, f in ipairs(hooks_of(test.suite, "before_each", true)) do f() end
    test.body()
  end, handler)
  for _, f in ipairs(hooks_of(test.suite, "after_each")) do
    local hook_ok, hook_err = xpcall(f, handler)
    if ok and not hook_ok then ok, err = false, hook_err end
  end
  for _, restore in ipairs(test.suite.restore or {}) do restore() end
  test.suite.restore = nil
  if ok then
    report.passed = report.passed + 1
    report.write "."
  else
    insert(report.failures, { name = full_name(test), err = err })
    report.write(err.is_error and "E" or "F")
  end
end

local function run_suite(suite, report, filter)
  for _, entry in ipairs(suite.entries) do
    if entry.entries then
      run_suite(entry, report, filter)
    elseif not filter or full_name(entry):find(filter) then
      run_test(entry, report)
    end
  end
end

--- Run everything that was described.
-- @return true if all passed, and the report
function testkit.run(options)
  options = options or {}
  local write = options.write or io.write
  local report = { passed = 0, pending = 0, failures = {}, write = write }
  assertions = 0
  run_suite(root, report, options.filter)
  for i, failure in ipairs(report.failures) do
    write(fmt("\n%d) %s\n   %s\n", i, failure.name, failure.err.message))
    if failure.err.where then write("   at ", failure.err.where, "\n") end
  end
  write(fmt("\n%d passed, %d failed, %d pending, %d assertions\n", report.passed,
    #report.failures, report.pending, assertions))
  root = new_suite("", nil)
  current = root
  return #report.failures == 0, report
end

if not ... then
  local t, calls, out = testkit, {}, {}
  local expect = t.expect
  t.describe("outer", function()
    t.before_each(function() insert(calls, "outer") end)
    t.describe("inner", function()
      t.before_each(function() insert(calls, "inner") end)
      t.after_each(function() insert(calls, "after") end)
      t.it("compares", function()
        expect(1).to_equal(1)
        expect({ 1, { x = 2 } }).to_look_like { 1, { x = 2 } }
        expect(0 / 0).to_look_like(0 / 0)
        expect("abc").never.to_match "^b"
        expect(function() error "boom" end).to_fail "boom"
        expect { "a", "b" }.to_contain("b")
        expect(3).to_be_a("integer")
      end)
      t.it("fails", function() expect({ a = 1 }).to_look_like { a = 2 } end)
    end)
    t.it("errs", function() t.stub(string, "nothing", 1) local x = nil; return x.y end)
    t.pending "is not written yet"
  end)
  local ok, report = t.run { write = function(...) insert(out, concat { ... }) end }
  local text = concat(out)
  assert(not ok and report.passed == 1 and #report.failures == 2 and report.pending == 1, text)
  assert(concat(calls, " ") == "outer inner after outer inner after outer", concat(calls, " "))
  assert(text:find("value.a", 1, true) and text:find("outer inner fails", 1, true), text)
  assert(text:sub(1, 4) == ".FE?" and string.nothing == nil)
  print("testkit", report.passed, #report.failures)
end

return testkit
