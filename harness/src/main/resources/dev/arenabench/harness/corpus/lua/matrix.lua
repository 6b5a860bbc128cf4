-- Dense matrices of floats, row by row in one flat table.
-- Everything returns a new matrix, except the methods whose name ends in an
-- underscore: those work in place.

local Matrix = {}
Matrix.__index = Matrix

local abs, sqrt, floor = math.abs, math.sqrt, math.floor
local fmt = string.format

local function new(rows, columns, data)
  return setmetatable({ rows = rows, columns = columns, data = data or {} }, Matrix)
end

local function is_matrix(value)
  return getmetatable(value) == Matrix
end

local function check_same_shape(a, b, what)
  if a.rows ~= b.rows or a.columns ~= b.columns then
    error(fmt("cannot %s %dx%d and %dx%d", what, a.rows, a.columns, b.rows, b.columns), 3)
  end
end

----------------------------------------------------------------------
-- Making them

--- From a list of rows: Matrix.of { {1, 2}, {3, 4} }
function Matrix.of(list)
  local rows, columns = #list, list[1] and #list[1] or 0
  local data = {}
  for i, row in ipairs(list) do
    if #row ~= columns then
      error(fmt("row %d has %d values, expected %d", i, #row, columns), 2)
    end
    table.move(row, 1, columns, (i - 1) * columns + 1, data)
  end
  return new(rows, columns, data)
end

function Matrix.fill(rows, columns, value)
  local m = new(rows, columns)
  local f = type(value) == "function" and value or function() return value end
  for i = 1, rows do
    for j = 1, columns do
      m.data[(i - 1) * columns + j] = f(i, j)
    end
  end
  return m
end

function Matrix.zeros(rows, columns) return Matrix.fill(rows, columns or rows, 0.0) end

function Matrix.identity(n)
  return Matrix.fill(n, n, function(i, j) return i == j and 1.0 or 0.0 end)
end

-- Numbers that look random and are the same on every machine: a 32-bit xorshift.
function Matrix.noise(rows, columns, seed)
  local state = seed & 0xFFFFFFFF
  if state == 0 then state = 0x9E3779B9 end
  return Matrix.fill(rows, columns, function()
    state = state ~ (state << 13) & 0xffffffff
    state = state ~ state >> 17
    state = state ~ (state << 5) & 0xffffffff
    return state / 0x1p31 - 1.0
  end)
end

----------------------------------------------------------------------
-- Access

function Matrix:at(i, j)
  if i < 1 or i > self.rows or j < 1 or j > self.columns then
    error(fmt("no element (%d, %d) in a %dx%d matrix", i, j, self.rows, self.columns), 2)
  end
  return self.data[(i - 1) * self.columns + j]
end

function Matrix:set_(i, j, value)
  self.data[(i - 1) * self.columns + j] = value
  return self
end

function Matrix:row(i)
  local from = (i - 1) * self.columns
  return table.pack(table.unpack(self.data, from + 1, from + self.columns))
end

function Matrix:copy()
  return new(self.rows, self.columns, table.move(self.data, 1, #self.data, 1, {}))
end

function Matrix:map(f)
  local result = {}
  for k, v in ipairs(self.data) do result[k] = f(v) end
  return new(self.rows, self.columns, result)
end

function Matrix:zip(other, f)
  local result = {}
  for k = 1, #self.data do result[k] = f(self.data[k], other.data[k]) end
  return new(self.rows, self.columns, result)
end

----------------------------------------------------------------------
-- Arithmetic

function Matrix.__add(a, b)
  check_same_shape(a, b, "add")
  return a:zip(b, function(x, y) return x + y end)
end

function Matrix.__sub(a, b)
  check_same_shape(a, b, "subtract")
  return a:zip(b, function(x, y) return x - y end)
end

function Matrix.__unm(a)
  return a:map(function(x) return -x end)
end

local function multiply(a, b)
  if a.columns ~= b.rows then
    error(fmt("cannot multiply %dx%d by %dx%d", a.rows, a.columns, b.rows, b.columns), 3)
  end
  local rows, inner, columns = a.rows, a.columns, b.columns
  local x, y, z = a.data, b.data, {}
  for i = 0, rows - 1 do
    local out = i * columns
    for j = 1, columns do z[out + j] = 0.0 end
    -- k outside of j: both inner reads go forward through memory
    for k = 1, inner do
      local factor = x[i * inner + k]
      if factor ~= 0 then
        local from = (k - 1) * columns
        for j = 1, columns do
          z[out + j] = z[out + j] + factor * y[from + j]
        end
      end
    end
  end
  return new(rows, columns, z)
end

function Matrix.__mul(a, b)
  if not is_matrix(a) then a, b = b, a end
  if is_matrix(b) then return multiply(a, b) end
  return a:map(function(x) return x * b end)
end

function Matrix.__div(a, k) return a * (1 / k) end

function Matrix.__pow(a, n)
  if math.type(n) ~= "integer" or a.rows ~= a.columns then
    error("only a square matrix has powers, and only whole ones", 2)
  end
  if n < 0 then return a:inverse() ^ -n end
  local result, square = Matrix.identity(a.rows), a
  while n > 0 do
    if n & 1 == 1 then result = result * square end
    square = square * square
    n = n >> 1
  end
  return result
end

function Matrix:transpose()
  return Matrix.fill(self.columns, self.rows, function(i, j) return self:at(j, i) end)
end

function Matrix:trace()
  local sum = 0.0
  for i = 1, math.min(self.rows, self.columns) do sum = sum + self:at(i, i) end
  return sum
end

function Matrix:norm()
  local sum = 0.0
  for _, x in ipairs(self.data) do sum = sum + x * x end
  return sqrt(sum)
end

function Matrix:equals(other, tolerance)
  if self.rows ~= other.rows or self.columns ~= other.columns then return false end
  tolerance = tolerance or 1e-9
  for k, x in ipairs(self.data) do
    if abs(x - other.data[k]) > tolerance then return false end
  end
  return true
end

Matrix.__eq = function(a, b) return a:equals(b, 0) end

----------------------------------------------------------------------
-- Solving, by LU decomposition with the largest pivot of each column

function Matrix:lu()
  if self.rows ~= self.columns then error("matrix is not square", 2) end
  local n, lu = self.rows, self:copy()
  local d, order, sign = lu.data, {}, 1
  for i = 1, n do order[i] = i end
  for column = 1, n do
    local pivot, largest = column, 0
    for i = column, n do
      local size = abs(d[(i - 1) * n + column])
      if size > largest then pivot, largest = i, size end
    end
    if largest < 1e-300 then return nil, "matrix is singular" end
    if pivot ~= column then
      local a, b = (pivot - 1) * n, (column - 1) * n
      for j = 1, n do d[a + j], d[b + j] = d[b + j], d[a + j] end
      order[pivot], order[column] = order[column], order[pivot]
      sign = -sign
    end
    local base = (column - 1) * n
    for i = column + 1, n do
      local at = (i - 1) * n
      local factor = d[at + column] / d[base + column]
      d[at + column] = factor
      if factor == 0 then goto next_row end
      for j = column + 1, n do
        d[at + j] = d[at + j] - factor * d[base + j]
      end
      ::next_row::
    end
  end
  return lu, order, sign
end

function Matrix:determinant()
  local lu, _, sign = self:lu()
  if not lu then return 0.0 end
  local product = sign
  for i = 1, lu.rows do product = product * lu:at(i, i) end
  return product
end

--- Solve self * x = b for a matrix b of as many columns as wanted.
function Matrix:solve(b)
  local lu, order = self:lu()
  if not lu then return nil, order end
  local n, d, x = lu.rows, lu.data, Matrix.zeros(self.rows, b.columns)
  for column = 1, b.columns do
    for i = 1, n do
      local sum = b:at(order[i], column)
      for j = 1, i - 1 do sum = sum - d[(i - 1) * n + j] * x:at(j, column) end
      x:set_(i, column, sum)
    end
    for i = n, 1, -1 do
      local sum = x:at(i, column)
      for j = i + 1, n do sum = sum - d[(i - 1) * n + j] * x:at(j, column) end
      x:set_(i, column, sum / d[(i - 1) * n + i])
    end
  end
  return x
end

function Matrix:inverse()
  local result, message = self:solve(Matrix.identity(self.rows))
  if not result then error(message, 2) end
  return result
end

function Matrix:__tostring()
  local lines, width = {}, 0
  local cells = self:map(function(x)
    local text = x == floor(x) and abs(x) < 1e6 and fmt("%d", x) or fmt("%.4g", x)
    width = math.max(width, #text)
    return text
  end)
  local cell = "%" .. width .. "s"
  for i = 1, self.rows do
    local row = cells:row(i)
    for j = 1, row.n do row[j] = fmt(cell, row[j]) end
    lines[i] = "[ " .. table.concat(row, "  ") .. " ]"
  end
  return table.concat(lines, "\n")
end

if not ... then
  local a = Matrix.of { { 2, 1, -1 }, { -3, -1, 2 }, { -2, 1, 2 } }
  local b = Matrix.of { { 8 }, { -11 }, { -3 } }
  assert(a:solve(b):equals(Matrix.of { { 2 }, { 3 }, { -1 } }))
  assert(abs(a:determinant() + 1) < 1e-12)
  assert((a * a:inverse()):equals(Matrix.identity(3)))
  assert(Matrix.of { { 1, 1 }, { 1, 0 } } ^ 30 == Matrix.of { { 1346269, 832040 }, { 832040, 514229 } })
  local noise = Matrix.noise(12, 12, 0xC0FFEE)
  assert((noise * noise:inverse()):equals(Matrix.identity(12), 1e-8))
  assert(noise:transpose():transpose() == noise and noise ~= -noise)
  assert((2 * a / 2 - a):norm() == 0 and a:trace() == 3)
  local ok, message = pcall(function() return a * Matrix.zeros(2) end)
  assert(not ok and message:find "cannot multiply 3x3 by 2x2", message)
  assert(select(2, Matrix.zeros(2):solve(Matrix.zeros(2))) == "matrix is singular")
  print(Matrix.of { { 1, 0.5 }, { -1e7, 1 / 3 } })
end

return Matrix
