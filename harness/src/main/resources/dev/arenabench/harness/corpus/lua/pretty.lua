--- A pretty printer for Lua values.
-- The text can be read back by `load`, as far as the value allows: functions,
-- threads and userdata become comments. Short tables stay on one line; long
-- ones are broken, with keys in a stable order. Cycles and shared tables are
-- named, and the names are given in a comment.

local pretty = {}

local mtype, huge = math.type, math.huge

--[=[ Options, all of them optional:
  width      longest line wanted (80)
  indent     blanks for one level, or a string ("  ")
  max_depth  deeper tables are shown as {...}
  sort       false leaves the order to `next`
  metatables true shows the name of a metatable
]=]
local defaults = {
  width = 80,
  indent = "  ",
  max_depth = math.maxinteger,
  sort = true,
  metatables = false,
}

local keywords = {}
for word in ([[
  and break do else elseif end false for function goto if in local nil not or
  repeat return then true until while ]]):gmatch "%l+" do
  keywords[word] = true
end

---------------------------------------------------------------------
-- Scalars
---------------------------------------------------------------------

local named_escapes = {
  [7] = "\\a", [8] = "\\b", [9] = "\\t", [10] = "\\n", [11] = "\\v", [12] = "\\f", [13] = "\\r",
  [34] = '\\"', [39] = "\\'", [92] = "\\\\",
}

-- Text that is valid UTF-8 stays as it is; any other byte above 126 is escaped.
local function quote(s)
  local has_single, has_double = s:find("'", 1, true), s:find('"', 1, true)
  local mark = has_double and not has_single and "'" or '"'
  local valid = utf8.len(s) ~= nil
  local body = s:gsub("[%c\"'\\\127-\255]", function(c)
    local b = c:byte()
    if (b == 34 or b == 39) and c ~= mark then return c end
    if named_escapes[b] then return named_escapes[b] end
    if b >= 128 and valid then return c end
    return ("\\x%02X"):format(b)
  end)
  return mark .. body .. mark
end

local function long_quote(s)
  local level = 0
  while s:find("]" .. ("="):rep(level) .. "]", 1, true) do level = level + 1 end
  local equals = ("="):rep(level)
  return "[" .. equals .. "[\n" .. s .. "]" .. equals .. "]"
end

local function number(n)
  if mtype(n) == "integer" then
    -- this one has no literal: -9223372036854775808 is the negation of a float
    return n == math.mininteger and "math.mininteger" or ("%d"):format(n)
  end
  if n ~= n then return "0/0" end
  if n == huge then return "math.huge" elseif n == -huge then return "-math.huge" end
  for digits = 14, 17 do
    local text = ("%." .. digits .. "g"):format(n)
    if tonumber(text) == n then
      return text:find "[%.eE]" and text or text .. ".0"
    end
  end
  return ("%a"):format(n)
end

local scalar_writers = {
  ["nil"] = tostring,
  boolean = tostring,
  number = number,
  string = quote,
}

local function opaque(value)
  return ("nil --[[%s]]"):format(tostring(value):gsub("%]%]", "] ]"))
end

---------------------------------------------------------------------
-- Order of keys: array part, then numbers, strings, booleans, the rest
---------------------------------------------------------------------

local rank = { number = 1, string = 2, boolean = 3 }

local function key_less(a, b)
  local ra, rb = rank[type(a)] or 4, rank[type(b)] or 4
  if ra ~= rb then return ra < rb end
  if ra <= 2 then return a < b end
  return tostring(a) < tostring(b)
end

local function split_keys(t, sort)
  local array_size, named = rawlen(t), {}
  -- a border of a table with holes may lie beyond the first hole: stop there
  for i = 1, array_size do
    if rawget(t, i) == nil then array_size = i - 1 break end
  end
  for k in next, t do
    local in_array = mtype(k) == "integer" and k >= 1 and k <= array_size
    if not in_array then named[#named + 1] = k end
  end
  if sort then table.sort(named, key_less) end
  return array_size, named
end

---------------------------------------------------------------------
-- Tables
---------------------------------------------------------------------

local Writer = {}
Writer.__index = Writer

-- Tables that occur more than once get a number at their first place.
function Writer:count(value)
  if type(value) ~= "table" then return end
  local times = (self.times[value] or 0) + 1
  self.times[value] = times
  if times > 1 then return end
  for k, v in next, value do
    self:count(k)
    self:count(v)
  end
end

function Writer:key(k, depth)
  if type(k) == "string" and k:find "^[%a_][%w_]*$" and not keywords[k] then
    return k
  end
  return "[" .. self:value(k, depth, 0) .. "]"
end

function Writer:table(t, depth, column)
  if self.done[t] then return ("nil --[[table %d]]"):format(self.done[t]) end
  local label = ""
  if self.times[t] > 1 then
    self.labels = self.labels + 1
    self.done[t] = self.labels
    label = ("--[[table %d]] "):format(self.labels)
  end
  local mt = getmetatable(t)
  if self.metatables and type(mt) == "table" then
    label = label .. ("--[[%s]] "):format(mt.__name or "metatable")
  end
  if next(t) == nil then return label .. "{}" end
  if depth >= self.max_depth then return label .. "{...}" end

  local parts, length = {}, #label + 4
  local function put(part)
    parts[#parts + 1] = part
    length = length + #part + 2
    if part:find "\n" then length = huge end
  end
  local array_size, named = split_keys(t, self.sort)
  local inner_column = (depth + 1) * #self.indent
  for i = 1, array_size do put(self:value(t[i], depth + 1, inner_column)) end
  for _, k in ipairs(named) do
    local key = self:key(k, depth + 1)
    put(key .. " = " .. self:value(t[k], depth + 1, inner_column + #key + 3))
  end

  if column + length <= self.width then
    return label .. "{ " .. table.concat(parts, ", ") .. " }"
  end
  local outer = self.indent:rep(depth)
  local inner <const> = "\n" .. outer .. self.indent
  return label .. "{" .. inner .. table.concat(parts, "," .. inner) .. ",\n" .. outer .. "}"
end

function Writer:value(value, depth, column)
  local kind = type(value)
  if kind == "table" then
    local mt = getmetatable(value)
    local custom = type(mt) == "table" and rawget(mt, "__pretty")
    if custom then return custom(value, self) end
    return self:table(value, depth, column)
  end
  if kind == "string" and #value > self.width and value:find "\n" and not value:find "[%c\r]" then
    return long_quote(value)
  end
  local write = scalar_writers[kind]
  if write then return write(value) end
  return opaque(value)
end

--- The text of a value.
function pretty.format(value, options)
  local self = setmetatable({ times = {}, done = {}, labels = 0 }, Writer)
  for name, default in pairs(defaults) do
    local chosen = options and options[name]
    if chosen == nil then chosen = default end
    self[name] = chosen
  end
  if mtype(self.indent) == "integer" then self.indent = (" "):rep(self.indent) end
  self:count(value)
  return self:value(value, 0, 0)
end

--- Prints values, each on lines of its own, and hands them on.
function pretty.print(...)
  for i = 1, select("#", ...) do
    io.write(pretty.format((select(i, ...))), "\n")
  end
  return ...
end

--- Reads a text of `format` back. Nothing but `math` can be reached from it.
function pretty.read(text)
  local chunk, err = load("return " .. text, "=pretty", "t", { math = { huge = huge, mininteger = math.mininteger } })
  if not chunk then return nil, err end
  local ok, value = pcall(chunk)
  if not ok then return nil, value end
  return value
end

--- What differs between two values, as a list of lines.
function pretty.diff(a, b)
  local lines = {}
  local function walk(x, y, path)
    if x == y or (x ~= x and y ~= y) then return end
    if type(x) ~= "table" or type(y) ~= "table" then
      lines[#lines + 1] = path .. ": " .. pretty.format(x) .. " -> " .. pretty.format(y)
      return
    end
    local keys = {}
    for k in next, x do keys[#keys + 1] = k end
    for k in next, y do
      if x[k] == nil then keys[#keys + 1] = k end
    end
    table.sort(keys, key_less)
    for _, k in ipairs(keys) do
      walk(x[k], y[k], path .. (type(k) == "string" and "." .. k or "[" .. tostring(k) .. "]"))
    end
  end
  walk(a, b, "value")
  return lines
end

setmetatable(pretty, { __call = function(_, ...) return pretty.format(...) end })

if not ... then
  local function round_trip(value)
    local text = pretty(value)
    local again, err = pretty.read(text)
    assert(err == nil and #pretty.diff(value, again) == 0, text)
    return text
  end
  assert(round_trip { 1, 2, x = "y", ["a b"] = true } == '{ 1, 2, ["a b"] = true, x = "y" }')
  assert(round_trip(0.1) == "0.1" and round_trip(1e100) == "1e+100" and round_trip(3.0) == "3.0")
  assert(round_trip(math.mininteger) == "math.mininteger" and round_trip(-huge) == "-math.huge")
  assert(round_trip "it's\t\"x\"\0\xff" == [["it's\t\"x\"\x00\xFF"]], round_trip "it's\t\"x\"\0\xff")
  assert(round_trip 'say "h\u{E9}"' == [['say "hé"']])
  round_trip { { {} }, { [1.5] = { "deep", { ["end"] = 0x7fffffffffffffff } } }, -0x1p-1074, 5 // 2, 7 / 2 }
  assert(select(2, round_trip({ ("long value "):rep(5), ("another "):rep(6) }):gsub("\n", "")) == 3)
  local shared = { 1 }
  local loop = { shared, shared }
  loop.me = loop
  assert(pretty(loop):find "^%-%-%[%[table 1%]%] {%s+%-%-%[%[table 2%]%] { 1 },%s+nil")
  assert(pretty({ { { 1 } } }, { max_depth = 2 }) == "{ { {...} } }")
  assert(pretty({ print }):find "nil %-%-%[%[function")
  local named = setmetatable({ 1 }, { __name = "Point" })
  assert(pretty(named, { metatables = true }) == "--[[Point]] { 1 }")
  local lines = pretty.diff({ a = { 1, 2 }, b = 1 }, { a = { 1, 3 }, c = false })
  assert(table.concat(lines, "; ") == "value.a[2]: 2 -> 3; value.b: 1 -> nil; value.c: nil -> false")
  print("pretty", #lines)
end

return pretty
