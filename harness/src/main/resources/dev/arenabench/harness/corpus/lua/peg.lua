--- Parser combinators after the manner of parsing expression grammars.
-- A pattern is an object with a `run(subject, position, state)` function that
-- gives the position after the match and the captured values, or nil. Patterns
-- are joined with operators:
--
--   a * b    sequence            a + b    ordered choice
--   a ^ n    at least n times    a ^ -n   at most n times
--   a / f    apply f to captures -a       not a, takes nothing
--
-- Captures travel in a list; a position in front of which nothing matched is
-- remembered for the message.

local peg = {}

local Pattern = { __name = "peg.Pattern" }
Pattern.__index = Pattern

local unpack = table.unpack

local function pattern(run)
  return setmetatable({ run = run }, Pattern)
end

local function expected(state, position, what)
  if position > state.farthest then
    state.farthest, state.wanted = position, { what }
  elseif position == state.farthest then
    state.wanted[#state.wanted + 1] = what
  end
  return nil
end

----------------------------------------------------------------------
-- Primitives
----------------------------------------------------------------------

--- Matches a text as it stands.
function peg.literal(text)
  local length = #text
  return pattern(function(subject, position, state)
    if subject:sub(position, position + length - 1) == text then
      return position + length
    end
    return expected(state, position, ("%q"):format(text))
  end)
end

--- Matches one character out of a Lua character class, as "%a_" or "0-7".
function peg.class(set, name)
  local anchored = "^[" .. set .. "]"
  name = name or "[" .. set .. "]"
  return pattern(function(subject, position, state)
    if subject:find(anchored, position) then return position + 1 end
    return expected(state, position, name)
  end)
end

--- Matches n characters, whatever they are.
function peg.any(n)
  n = n or 1
  return pattern(function(subject, position, state)
    local after = position + n
    if after - 1 <= #subject then return after end
    return expected(state, position, n == 1 and "a character" or n .. " characters")
  end)
end

peg.eof = pattern(function(subject, position, state)
  if position > #subject then return position end
  return expected(state, position, "end of input")
end)

peg.position = pattern(function(_, position)
  return position, { position }
end)

-- What a user may write in place of a pattern.
local function coerce(value)
  local kind = type(value)
  if getmetatable(value) == Pattern then return value end
  if kind == "string" then return peg.literal(value) end
  if kind == "number" then return peg.any(value) end
  if kind == "boolean" then
    return pattern(function(_, position) return value and position or nil end)
  end
  error("cannot make a pattern out of a " .. kind, 3)
end

peg.P = coerce

----------------------------------------------------------------------
-- Combinators
----------------------------------------------------------------------

local none = {}

local function joined(a, b)
  if not b or #b == 0 then return a end
  if not a or #a == 0 then return b end
  local all = table.move(a, 1, #a, 1, {})
  return table.move(b, 1, #b, #all + 1, all)
end

function Pattern.__mul(a, b)
  a, b = coerce(a), coerce(b)
  return pattern(function(subject, position, state)
    local middle, first = a.run(subject, position, state)
    if not middle then return nil end
    local last, second = b.run(subject, middle, state)
    if not last then return nil end
    return last, joined(first, second)
  end)
end

function Pattern.__add(a, b)
  a, b = coerce(a), coerce(b)
  return pattern(function(subject, position, state)
    local after, captures = a.run(subject, position, state)
    if after then return after, captures end
    return b.run(subject, position, state)
  end)
end

function Pattern.__sub(a, b)
  return -coerce(b) * a
end

function Pattern.__unm(a)
  return pattern(function(subject, position, state)
    -- what is looked for here is not what the user should have written
    local quiet = setmetatable({ farthest = math.maxinteger }, { __index = state })
    if a.run(subject, position, quiet) then return nil end
    return position
  end)
end

function Pattern.__pow(a, n)
  local least = n >= 0 and n or 0
  local most = n < 0 and -n or math.huge
  return pattern(function(subject, position, state)
    local count, captures = 0, nil
    while count < most do
      local after, new = a.run(subject, position, state)
      if not after then break end
      captures = joined(captures, new)
      count = count + 1
      -- a loop over an empty match would never end
      if after == position then break end
      position = after
    end
    if count < least then return nil end
    return position, captures
  end)
end

function Pattern.__div(a, action)
  local apply = action
  if type(action) == "table" then
    apply = function(key) return action[key] end
  elseif type(action) ~= "function" then
    apply = function() return action end
  end
  return pattern(function(subject, position, state)
    local after, captures = a.run(subject, position, state)
    if not after then return nil end
    if not captures or #captures == 0 then captures = { subject:sub(position, after - 1) } end
    return after, { apply(unpack(captures)) }
  end)
end

--- Captures the text that a pattern matches.
function peg.C(p)
  p = coerce(p)
  return pattern(function(subject, position, state)
    local after, inner = p.run(subject, position, state)
    if not after then return nil end
    return after, joined({ subject:sub(position, after - 1) }, inner)
  end)
end

--- Gathers the captures of a pattern in one table.
function peg.Ct(p)
  return pattern(function(subject, position, state)
    local after, inner = p.run(subject, position, state)
    if not after then return nil end
    return after, { { unpack(inner or none) } }
  end)
end

--- Folds captures from the left: the second and each later one by f(acc, x, …).
function peg.fold(head, tail, f)
  return pattern(function(subject, position, state)
    local after, captures = head.run(subject, position, state)
    if not after then return nil end
    local acc = captures[1]
    while true do
      local next_after, more = tail.run(subject, after, state)
      if not next_after then return after, { acc } end
      after, acc = next_after, f(acc, unpack(more))
    end
  end)
end

--- A rule that can be used before it is defined: set its `is` afterwards.
function peg.forward(name)
  local rule
  rule = pattern(function(subject, position, state)
    if not rule.is then error("rule '" .. name .. "' was never defined", 0) end
    return rule.is.run(subject, position, state)
  end)
  return rule
end

--- Items with a separator between them.
function peg.separated(item, separator)
  return item * (coerce(separator) * item) ^ 0
end

function Pattern:match(subject, start)
  local state = { farthest = 0, wanted = {} }
  local after, captures = self.run(subject, start or 1, state)
  if after then
    if captures and #captures > 0 then return unpack(captures) end
    return after
  end
  local names, known = {}, {}
  for _, what in ipairs(state.wanted) do
    if not known[what] then
      known[what] = true
      names[#names + 1] = what
    end
  end
  table.sort(names)
  return nil, ("at %d: expected %s"):format(state.farthest, table.concat(names, " or "))
end

----------------------------------------------------------------------
-- An example: arithmetic
----------------------------------------------------------------------

local function calculator()
  local space = peg.class("%s", "space") ^ 0
  local function token(p) return coerce(p) * space end
  local function op(set) return token(peg.C(peg.class(set))) end

  local digits = peg.class("%d", "digit") ^ 1
  local number = token(peg.C(digits * (peg.literal "." * digits) ^ -1) / tonumber)

  local binary = {
    ["+"] = function(a, b) return a + b end,
    ["-"] = function(a, b) return a - b end,
    ["*"] = function(a, b) return a * b end,
    ["/"] = function(a, b) return a / b end,
    ["%"] = function(a, b) return a % b end,
  }
  local function apply(a, name, b) return binary[name](a, b) end

  local sum = peg.forward "sum"
  local power = peg.forward "power"
  local atom = number + token "(" * sum * token ")"
  local unary = token "-" * power / function(x) return -x end
  -- to the right, so by recursion and not by a fold
  power.is = atom * token "^" * power / function(a, b) return a ^ b end + unary + atom
  local product = peg.fold(power, op "*/%%" * power, apply)
  sum.is = peg.fold(product, op "+%-" * product, apply)
  return space * sum * peg.eof
end

peg.calculator = calculator

if not ... then
  local calc = calculator()
  for text, value in pairs {
    ["1 + 2 * 3"] = 7, ["(1+2)*3"] = 9, ["10 - 4 - 3"] = 3, ["2^3^2"] = 512.0,
    ["-2^2"] = -4.0, [" 7 % 4 / 2"] = 1.5, ["0.5*4"] = 2.0,
  } do
    local got, err = calc:match(text)
    assert(got == value, ("%s: %s, %s"):format(text, got, err))
  end
  local _, message = calc:match "1 + (2 * "
  assert(message:find "at 10: expected", message)

  local name = peg.C(peg.class "%a_" * peg.class "%w_" ^ 0)
  local pair = peg.Ct(name * "=" * peg.C((peg.P(1) - ";") ^ 1))
  local all = peg.Ct(peg.separated(pair, ";") * peg.eof)
  local got = assert(all:match "path=/usr/bin;shell=sh;n_1=2")
  assert(#got == 3 and got[1][2] == "/usr/bin" and got[3][1] == "n_1")
  assert(not pcall(peg.P, print))
  print("peg", calc:match "6*7")
end

return peg
