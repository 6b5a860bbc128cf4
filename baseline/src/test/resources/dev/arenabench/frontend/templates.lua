-- A template engine in one file: a scanner, a recursive parser, a compiler to closures.
local templates, cache = {}, setmetatable({}, { __mode = "kv" })
local concat, unpack = table.concat, table.unpack or unpack

local KINDS = { text = 1, value = 2, loop = 3, test = 4 }
local ESCAPES = { ["<"] = "&lt;", [">"] = "&gt;", ["&"] = "&amp;", ['"'] = "&quot;", ["'"] = "&#39;" }

local function escape(text)
  return (tostring(text):gsub("[<>&\"']", ESCAPES))
end

local function fail(scanner, message, ...)
  local line = 1
  for _ in scanner.source:sub(1, scanner.at):gmatch("\n") do line = line + 1 end
  error(("%s:%d: " .. message):format(scanner.name, line, ...), 0)
end

-- The scanner: returns kind and content of the next piece.
local function scan(scanner)
  local source, at = scanner.source, scanner.at
  if at > #source then return nil end
  local open = source:find("{{", at, true)
  if open == at then
    local close = source:find("}}", at, true) or fail(scanner, "unclosed '{{'")
    scanner.at = close + 2
    local body = source:sub(at + 2, close - 1)
    local sigil, rest = body:match("^%s*([#/^&!]?)%s*(.-)%s*$")
    if sigil == "!" then return scan(scanner) end
    return sigil == "" and "value" or sigil, rest
  end
  local stop = open and open - 1 or #source
  scanner.at = stop + 1
  return "text", source:sub(at, stop)
end

local parse

local function path(text)
  local steps, n = {}, 0
  for step in text:gmatch("[^%.]+") do
    n = n + 1
    steps[n] = tonumber(step) or step
  end
  return function(context)
    local value = context
    for i = 1, n do
      if type(value) ~= "table" then return nil end
      value = value[steps[i]]
      if value == nil and i == 1 then
        local outer = getmetatable(context) and getmetatable(context).__outer
        while outer ~= nil do
          if outer[steps[1]] ~= nil then value = outer[steps[1]]; break end
          outer = (getmetatable(outer) or {}).__outer
        end
      end
    end
    return value
  end
end

local makers = {
  value = function(scanner, text)
    local get = path(text)
    return function(out, context) out[#out + 1] = escape(get(context) or "") end
  end,
  ["&"] = function(scanner, text)
    local get = path(text)
    return function(out, context) out[#out + 1] = tostring(get(context) or "") end
  end,
  ["#"] = function(scanner, text)
    local get, body = path(text), parse(scanner, text)
    return function(out, context)
      local list = get(context)
      if not list then return
      elseif list == true then body(out, context)
      elseif type(list) == "table" and #list > 0 then
        for i, item in ipairs(list) do
          local inner = type(item) == "table" and item or { ["."] = item }
          body(out, setmetatable({ index = i, last = i == #list }, { __index = inner, __outer = context }))
        end
      end
    end
  end,
  ["^"] = function(scanner, text)
    local get, body = path(text), parse(scanner, text)
    return function(out, context)
      local value = get(context)
      if not value or type(value) == "table" and next(value) == nil then body(out, context) end
    end
  end,
}

function parse(scanner, closing)
  local parts, n = {}, 0
  while true do
    local kind, text = scan(scanner)
    if kind == nil then
      if closing then fail(scanner, "'%s' is not closed", closing) end
      break
    elseif kind == "/" then
      if text ~= closing then fail(scanner, "'%s' closes '%s'", text, closing or "nothing") end
      break
    end
    n = n + 1
    if kind == "text" then
      parts[n] = function(out) out[#out + 1] = text end
    else
      parts[n] = makers[kind](scanner, text)
    end
  end
  return function(out, context)
    for i = 1, n do parts[i](out, context) end
  end
end

function templates.compile(source, name)
  local compiled = cache[source]
  if compiled then return compiled end
  local run = parse { source = source, name = name or "template", at = 1 }
  compiled = function(context)
    local out = {}
    run(out, context or {})
    return concat(out)
  end
  cache[source] = compiled
  return compiled
end

function templates.render(source, context) return templates.compile(source)(context) end

local mask = 0xFF ~ 0x0F
templates.flags = { strict = 1 << 0, raw = 1 << 1, all = ~0 & mask | 3, ratio = 7 // 2 + 7 % 2 ^ 2 / .5 }

return templates
