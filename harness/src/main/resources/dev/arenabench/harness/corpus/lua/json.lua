--- JSON reader and writer.
-- Decodes to plain Lua tables and encodes them back. Objects keep no order
-- unless `opts.sort_keys` asks for it; `json.null` stands for null, because a
-- nil in a table would be no field at all.
--
--     local json = require "json"
--     local doc = json.decode('{"a": [1, 2, 3]}')
--     print(json.encode(doc, { indent = "  " }))

local json = { _VERSION = "1.4.2" }

local type, tostring, tonumber, pairs, ipairs, error = type, tostring, tonumber, pairs, ipairs, error
local setmetatable, getmetatable, select, pcall = setmetatable, getmetatable, select, pcall
local byte, char, find, sub, format, rep = string.byte, string.char, string.find, string.sub, string.format, string.rep
local concat, sort = table.concat, table.sort
local mtype, floor, huge = math.type, math.floor, math.huge

--- The value that stands for JSON's null.
json.null = setmetatable({}, {
  __name = "json.null",
  __tostring = function() return "null" end,
})

-- Arrays are marked, so that an empty one is written as [] and not as {}.
local array_mt = { __jsontype = "array" }
local object_mt = { __jsontype = "object" }

function json.array(t) return setmetatable(t or {}, array_mt) end
function json.object(t) return setmetatable(t or {}, object_mt) end

------------------------------------------------------------------------
-- Encoding
------------------------------------------------------------------------

local escapes = {
  ['"'] = '\\"', ["\\"] = "\\\\",
  ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t",
}

local function escape_char(c)
  return escapes[c] or format("\\u%04x", byte(c))
end

local function quote(s)
  if find(s, '[%c"\\\127]') then
    s = s:gsub('[%c"\\\127]', escape_char)
  end
  return '"' .. s .. '"'
end

local function number_text(n)
  if n ~= n or n == huge or n == -huge then
    error("cannot encode " .. tostring(n) .. " as a JSON number", 0)
  end
  if mtype(n) == "integer" then return format("%d", n) end
  if n == floor(n) and n > -1e15 and n < 1e15 then
    return format("%d.0", n)
  end
  return format("%.17g", n)
end

-- A table is an array if it says so, or if its keys are exactly 1 to #t.
local function is_array(t)
  local mt = getmetatable(t)
  if mt and mt.__jsontype then return mt.__jsontype == "array" end
  local n = 0
  for k in pairs(t) do
    if mtype(k) ~= "integer" or k < 1 then return false end
    n = n + 1
  end
  return n > 0 and n == #t
end

local function sorted_keys(t, opts)
  local keys = {}
  for k in pairs(t) do
    local kind = type(k)
    if kind ~= "string" and kind ~= "number" then
      error("cannot encode a key of type " .. kind, 0)
    end
    keys[#keys + 1] = k
  end
  if opts.sort_keys then
    sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  end
  return keys
end

local write_value

local function newline(buf, opts, depth)
  if opts.indent then
    buf[#buf + 1] = "\n" .. rep(opts.indent, depth)
  end
end

local function write_array(buf, t, opts, depth)
  if #t == 0 then
    buf[#buf + 1] = "[]"
    return
  end
  buf[#buf + 1] = "["
  for i, v in ipairs(t) do
    if i > 1 then buf[#buf + 1] = "," end
    newline(buf, opts, depth + 1)
    write_value(buf, v, opts, depth + 1)
  end
  newline(buf, opts, depth)
  buf[#buf + 1] = "]"
end

local function write_object(buf, t, opts, depth)
  local keys = sorted_keys(t, opts)
  if #keys == 0 then
    buf[#buf + 1] = "{}"
    return
  end
  local colon = opts.indent and ": " or ":"
  buf[#buf + 1] = "{"
  for i, k in ipairs(keys) do
    if i > 1 then buf[#buf + 1] = "," end
    newline(buf, opts, depth + 1)
    buf[#buf + 1] = quote(tostring(k))
    buf[#buf + 1] = colon
    write_value(buf, t[k], opts, depth + 1)
  end
  newline(buf, opts, depth)
  buf[#buf + 1] = "}"
end

function write_value(buf, v, opts, depth)
  local kind = type(v)
  if v == json.null or v == nil then
    buf[#buf + 1] = "null"
  elseif kind == "string" then
    buf[#buf + 1] = quote(v)
  elseif kind == "number" then
    buf[#buf + 1] = number_text(v)
  elseif kind == "boolean" then
    buf[#buf + 1] = tostring(v)
  elseif kind == "table" then
    if opts.seen[v] then error("cannot encode a table that holds itself", 0) end
    local mt = getmetatable(v)
    if mt and mt.__tojson then
      return write_value(buf, mt.__tojson(v), opts, depth)
    end
    opts.seen[v] = true
    if is_array(v) then write_array(buf, v, opts, depth) else write_object(buf, v, opts, depth) end
    opts.seen[v] = nil
  else
    error("cannot encode a value of type " .. kind, 0)
  end
end

--- Encode a value.
-- @param value anything that JSON can say
-- @param opts optional: `indent` (a string) and `sort_keys`
-- @return the text, or nil and a message
function json.encode(value, opts)
  opts = opts or {}
  local buf = {}
  local state = { indent = opts.indent, sort_keys = opts.sort_keys, seen = {} }
  local ok, err = pcall(write_value, buf, value, state, 0)
  if not ok then return nil, err end
  return concat(buf)
end

------------------------------------------------------------------------
-- Decoding
------------------------------------------------------------------------

local function line_and_column(text, pos)
  local line, last = 1, 0
  for at in text:gmatch("()\n") do
    if at >= pos then break end
    line, last = line + 1, at
  end
  return line, pos - last
end

local function fail(text, pos, message, ...)
  if select("#", ...) > 0 then message = format(message, ...) end
  local line, column = line_and_column(text, pos)
  error({ message = message, line = line, column = column }, 0)
end

local function skip(text, pos)
  return find(text, "[^ \t\r\n]", pos) or #text + 1
end

-- A code point above the basic plane comes as two \u escapes, a surrogate pair.
local function read_unicode(text, pos)
  local hex = text:match("^%x%x%x%x", pos)
  if not hex then fail(text, pos, "expected four hexadecimal digits") end
  local code = tonumber(hex, 16)
  pos = pos + 4
  if code >= 0xD800 and code < 0xDC00 then
    local low = text:match("^\\u(%x%x%x%x)", pos)
    low = low and tonumber(low, 16)
    if not low or low & 0xFC00 ~= 0xDC00 then
      fail(text, pos, "half of a surrogate pair is missing")
    end
    code = 0x10000 + ((code & 0x3FF) << 10 | low & 0x3FF)
    pos = pos + 6
  end
  return utf8.char(code), pos
end

local unescapes = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

local function read_string(text, pos)
  local start = pos + 1
  local stop = find(text, '["\\]', start)
  if not stop then fail(text, pos, "string is not closed") end
  if byte(text, stop) == 34 then -- the usual case: no escape in it
    return sub(text, start, stop - 1), stop + 1
  end
  local parts = {}
  while true do
    stop = find(text, '["\\]', start)
    if not stop then fail(text, pos, "string is not closed") end
    parts[#parts + 1] = sub(text, start, stop - 1)
    if byte(text, stop) == 34 then break end
    local c = sub(text, stop + 1, stop + 1)
    if c == "u" then
      parts[#parts + 1], start = read_unicode(text, stop + 2)
    else
      local plain = unescapes[c]
      if not plain then fail(text, stop, "unknown escape '\\%s'", c) end
      parts[#parts + 1], start = plain, stop + 2
    end
  end
  return concat(parts), stop + 1
end

local function read_number(text, pos)
  local literal = text:match("^-?%d+%.?%d*[eE]?[+-]?%d*", pos)
  local value = literal and tonumber(literal)
  if not value or literal:find("^-?0%d") or literal:find("%.$") or literal:find("%.[eE]") then
    fail(text, pos, "malformed number")
  end
  return value, pos + #literal
end

local read_value

local function read_array(text, pos, depth)
  local result, n = json.array(), 0
  pos = skip(text, pos + 1)
  if byte(text, pos) == 93 then return result, pos + 1 end
  repeat
    n = n + 1
    result[n], pos = read_value(text, pos, depth)
    pos = skip(text, pos)
    local c = byte(text, pos)
    if c ~= 44 and c ~= 93 then fail(text, pos, "expected ',' or ']'") end
    pos = skip(text, pos + 1)
  until c == 93
  return result, pos
end

local function read_object(text, pos, depth)
  local result = json.object()
  pos = skip(text, pos + 1)
  if sub(text, pos, pos) == "}" then return result, pos + 1 end
  while true do
    if byte(text, pos) ~= 34 then fail(text, pos, "expected a string as key") end
    local key
    key, pos = read_string(text, pos)
    pos = skip(text, pos)
    if sub(text, pos, pos) ~= ":" then fail(text, pos, "expected ':' after key '%s'", key) end
    result[key], pos = read_value(text, skip(text, pos + 1), depth)
    pos = skip(text, pos)
    local c = sub(text, pos, pos)
    if c == "}" then return result, pos + 1 end
    if c ~= "," then fail(text, pos, "expected ',' or '}'") end
    pos = skip(text, pos + 1)
  end
end

local words = { t = { "true", true }, f = { "false", false }, n = { "null", json.null } }

function read_value(text, pos, depth)
  if depth > 100 then fail(text, pos, "nested too deeply") end
  local c = sub(text, pos, pos)
  if c == '"' then return read_string(text, pos) end
  if c == "{" then return read_object(text, pos, depth + 1) end
  if c == "[" then return read_array(text, pos, depth + 1) end
  if find(c, "[%d-]") then return read_number(text, pos) end
  local word = words[c]
  if word and sub(text, pos, pos + #word[1] - 1) == word[1] then
    return word[2], pos + #word[1]
  end
  if c == "" then fail(text, pos, "unexpected end of text") end
  fail(text, pos, "unexpected character '%s'", c)
end

--- Decode a text.
-- @return the value, or nil, a message, and the table { message, line, column }
function json.decode(text)
  if type(text) ~= "string" then
    return nil, "expected a string, got " .. type(text)
  end
  local pos = skip(text, 1)
  local ok, value, after = pcall(read_value, text, pos, 0)
  if ok then
    after = skip(text, after)
    if after <= #text then ok, value = pcall(fail, text, after, "text goes on after the value") end
  end
  if ok then return value end
  local e = value
  if type(e) ~= "table" then error(e, 0) end
  return nil, format("line %d, column %d: %s", e.line, e.column, e.message), e
end

if not ... then
  local doc = assert(json.decode [[ { "name": "caf\u00e9", "n": [1, -2.5e3, true, null],
    "empty": {}, "none": [], "smile": "\ud83d\ude00" } ]])
  assert(doc.name == "café" and doc.n[2] == -2500.0 and doc.n[4] == json.null)
  assert(doc.smile == "\u{1F600}")
  local text = assert(json.encode(doc, { sort_keys = true }))
  assert(text:find('"none":[]', 1, true) and text:find('"empty":{}', 1, true), text)
  assert(json.encode(json.decode(text), { sort_keys = true }) == text)
  local _, message = json.decode("[1,\n 2,, 3]")
  assert(message == "line 2, column 4: unexpected character ','", message)
  local loop = {}
  loop.me = loop
  assert(not json.encode(loop))
  assert(not json.encode { print })
  print("json", #text .. " bytes round trip")
end

return json
