-- Integers without a limit. Digits are base 10^7, least significant first, so
-- that the product of two digits and a carry fits a 64-bit integer with room.

local BigInt = {}
BigInt.__index = BigInt

local BASE <const> = 10000000
local BASE_DIGITS <const> = 7
local KARATSUBA <const> = 32

local fmt, rep = string.format, string.rep
local tointeger, mtype = math.tointeger, math.type

local function make(sign, digits)
  local n = #digits
  while n > 0 and digits[n] == 0 do
    digits[n] = nil
    n = n - 1
  end
  return setmetatable({ sign = n == 0 and 1 or sign, digits = digits }, BigInt)
end

local function from_integer(n)
  local digits = {}
  local sign = n < 0 and -1 or 1
  -- the smallest integer has no positive twin: take digits off its negative side
  while n ~= 0 do
    local rest = math.fmod(n, BASE)
    digits[#digits + 1] = rest < 0 and -rest or rest
    n = (n - rest) // BASE
  end
  return make(sign, digits)
end

local function from_string(text)
  local sign, body = text:match "^%s*([+-]?)([%d_]+)%s*$"
  if not body then
    error(fmt("not an integer: %q", text), 3)
  end
  body = body:gsub("_", "")
  local digits = {}
  for stop = #body, 1, -BASE_DIGITS do
    local start = math.max(1, stop - BASE_DIGITS + 1)
    digits[#digits + 1] = tointeger(tonumber(body:sub(start, stop)))
  end
  return make(sign == "-" and -1 or 1, digits)
end

function BigInt.new(value)
  if getmetatable(value) == BigInt then return value end
  if mtype(value) == "integer" then return from_integer(value) end
  if type(value) == "string" then return from_string(value) end
  error("cannot make a big integer out of " .. tostring(value), 2)
end

setmetatable(BigInt, { __call = function(_, value) return BigInt.new(value) end })

------------------------------------------------------------------------
-- Magnitudes: lists of digits, without a sign

local function compare(a, b)
  if #a ~= #b then return #a < #b and -1 or 1 end
  for i = #a, 1, -1 do
    if a[i] ~= b[i] then return a[i] < b[i] and -1 or 1 end
  end
  return 0
end

local function add(a, b)
  local sum, carry = {}, 0
  for i = 1, math.max(#a, #b) do
    local s = (a[i] or 0) + (b[i] or 0) + carry
    if s >= BASE then
      sum[i], carry = s - BASE, 1
    else
      sum[i], carry = s, 0
    end
  end
  if carry > 0 then sum[#sum + 1] = carry end
  return sum
end

-- a must not be the smaller one
local function subtract(a, b)
  local rest, borrow = {}, 0
  for i = 1, #a do
    local d = a[i] - (b[i] or 0) - borrow
    borrow = d < 0 and 1 or 0
    rest[i] = d + borrow * BASE
  end
  local n = #rest
  while n > 0 and rest[n] == 0 do rest[n], n = nil, n - 1 end
  return rest
end

local function multiply_plain(a, b)
  local product = {}
  for i = 1, #a + #b do product[i] = 0 end
  for i = 1, #a do
    local carry, x = 0, a[i]
    if x ~= 0 then
      for j = 1, #b do
        local at = i + j - 1
        local t = product[at] + x * b[j] + carry
        carry = t // BASE
        product[at] = t - carry * BASE
      end
      product[i + #b] = carry
    end
  end
  return product
end

local function slice(digits, from, to)
  local part = table.move(digits, from, math.min(to, #digits), 1, {})
  while #part > 0 and part[#part] == 0 do part[#part] = nil end
  return part
end

local function shifted(digits, places)
  if #digits == 0 then return digits end
  local result = {}
  for i = 1, places do result[i] = 0 end
  return table.move(digits, 1, #digits, places + 1, result)
end

-- Three half-size products in place of four.
local function multiply(a, b)
  if #a < KARATSUBA or #b < KARATSUBA then return multiply_plain(a, b) end
  local half = (math.max(#a, #b) + 1) // 2
  local a_low, a_high = slice(a, 1, half), slice(a, half + 1, #a)
  local b_low, b_high = slice(b, 1, half), slice(b, half + 1, #b)
  local low, high = multiply(a_low, b_low), multiply(a_high, b_high)
  low, high = slice(low, 1, #low), slice(high, 1, #high)
  local both = multiply(add(a_low, a_high), add(b_low, b_high))
  local middle = subtract(subtract(slice(both, 1, #both), low), high)
  return add(add(low, shifted(middle, half)), shifted(high, 2 * half))
end

local function divide_small(a, n)
  local quotient, rest = {}, 0
  for i = #a, 1, -1 do
    local current = rest * BASE + a[i]
    quotient[i] = current // n
    rest = current % n
  end
  return quotient, rest
end

-- Long division; each digit of the quotient is guessed from the leading digits
-- of both, and is too large by two at most once the divisor is scaled.
local function divide(a, b)
  if compare(a, b) < 0 then return {}, a end
  if #b == 1 then
    local quotient, rest = divide_small(a, b[1])
    return quotient, rest == 0 and {} or { rest }
  end
  local scale = BASE // (b[#b] + 1)
  local u = multiply_plain(a, { scale })
  local v = multiply_plain(b, { scale })
  v = slice(v, 1, #v)
  local n, m = #v, #u - #v
  local quotient = {}
  local top, second = v[n], v[n - 1]
  for j = m, 1, -1 do
    local numerator = (u[j + n] or 0) * BASE + u[j + n - 1]
    local guess, rest = numerator // top, numerator % top
    while guess >= BASE or guess * second > rest * BASE + u[j + n - 2] do
      guess, rest = guess - 1, rest + top
      if rest >= BASE then break end
    end
    local borrow, carry = 0, 0
    for i = 1, n do
      local p = guess * v[i] + carry
      carry = p // BASE
      local t = u[i + j - 1] - borrow - (p - carry * BASE)
      borrow = t < 0 and 1 or 0
      u[i + j - 1] = t + borrow * BASE
    end
    local last = (u[j + n] or 0) - borrow - carry
    if last < 0 then -- one too many after all: give one back
      guess, carry = guess - 1, 0
      for i = 1, n do
        local t = u[i + j - 1] + v[i] + carry
        carry = t >= BASE and 1 or 0
        u[i + j - 1] = t - carry * BASE
      end
      last = last + carry
    end
    u[j + n] = last
    quotient[j] = guess
  end
  return quotient, (divide_small(slice(u, 1, n), scale))
end

------------------------------------------------------------------------
-- Operators

local function signed_add(a_sign, a, b_sign, b)
  if a_sign == b_sign then return make(a_sign, add(a, b)) end
  local order = compare(a, b)
  if order == 0 then return make(1, {}) end
  if order > 0 then return make(a_sign, subtract(a, b)) end
  return make(b_sign, subtract(b, a))
end

function BigInt.__add(a, b)
  a, b = BigInt.new(a), BigInt.new(b)
  return signed_add(a.sign, a.digits, b.sign, b.digits)
end

function BigInt.__sub(a, b)
  a, b = BigInt.new(a), BigInt.new(b)
  return signed_add(a.sign, a.digits, -b.sign, b.digits)
end

function BigInt.__mul(a, b)
  a, b = BigInt.new(a), BigInt.new(b)
  return make(a.sign * b.sign, multiply(a.digits, b.digits))
end

function BigInt.__unm(a) return make(-a.sign, slice(a.digits, 1, #a.digits)) end

--- Quotient and remainder, rounded down as Lua's own // and % are.
function BigInt:divmod(other)
  local a, b = self, BigInt.new(other)
  if #b.digits == 0 then error("attempt to divide by zero", 2) end
  local quotient, rest = divide(a.digits, b.digits)
  local q, r = make(a.sign * b.sign, quotient), make(a.sign, slice(rest, 1, #rest))
  if #r.digits > 0 and a.sign ~= b.sign then
    q, r = q - 1, r + b
  end
  return q, r
end

function BigInt.__idiv(a, b) return (BigInt.new(a):divmod(b)) end
function BigInt.__mod(a, b) return select(2, BigInt.new(a):divmod(b)) end

function BigInt.__pow(a, n)
  n = tointeger(n)
  if not n or n < 0 then error("exponent must be a whole number", 2) end
  local result, square = BigInt(1), BigInt.new(a)
  while n > 0 do
    if n % 2 == 1 then result = result * square end
    square, n = square * square, n // 2
  end
  return result
end

local function order(a, b)
  a, b = BigInt.new(a), BigInt.new(b)
  if a.sign ~= b.sign then return a.sign end
  return a.sign * compare(a.digits, b.digits)
end

function BigInt.__eq(a, b) return order(a, b) == 0 end
function BigInt.__lt(a, b) return order(a, b) < 0 end
function BigInt.__le(a, b) return order(a, b) <= 0 end

function BigInt:__tostring()
  local digits = self.digits
  local n = #digits
  if n == 0 then return "0" end
  local parts = { self.sign < 0 and "-" or "", tostring(digits[n]) }
  for i = n - 1, 1, -1 do
    local text = tostring(digits[i])
    parts[#parts + 1] = rep("0", BASE_DIGITS - #text) .. text
  end
  return table.concat(parts)
end

function BigInt.__concat(a, b) return tostring(a) .. tostring(b) end

function BigInt.gcd(a, b)
  a, b = BigInt.new(a), BigInt.new(b)
  while #b.digits > 0 do a, b = b, a % b end
  return a
end

function BigInt.factorial(n)
  -- by halves, so that both factors grow alike
  local function product(from, to)
    if from >= to then return BigInt(from) end
    local middle = (from + to) // 2
    return product(from, middle) * product(middle + 1, to)
  end
  return product(1, math.max(n, 1))
end

if not ... then
  local b = BigInt
  assert(tostring(b.factorial(25)) == "15511210043330985984000000")
  assert(tostring(b "-9_223_372_036_854_775_808") == tostring(math.mininteger))
  assert(b(math.mininteger) == b "-9223372036854775808")
  local x, y = b(3) ^ 1000, b(2) ^ 700 + 12345
  local q, r = x:divmod(y)
  assert(q * y + r == x and r < y and r >= b(0))
  assert((x - 1) * (x + 1) == x * x - 1)
  assert(x * y // y == x and x * y % y == b(0))
  for _, pair in ipairs { { 7, 3 }, { -7, 3 }, { 7, -3 }, { -7, -3 }, { 10 ^ 15 | 0, 10 ^ 7 | 0 } } do
    local m, n = pair[1], pair[2]
    assert(b(m) // n == b(m // n) and b(m) % n == b(m % n), m .. " " .. n)
  end
  assert(b.gcd(b.factorial(20), 2 ^ 40 | 0) == b(1 << 18))
  assert(not pcall(b.new, 1.5) and not pcall(b.new, "12a"))
  print("bigint", #tostring(x) .. " digits")
end

return BigInt
