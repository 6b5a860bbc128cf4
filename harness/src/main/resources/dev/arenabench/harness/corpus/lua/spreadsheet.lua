-- A spreadsheet without a screen: cells hold numbers, texts or formulas;
-- formulas see other cells, ranges and functions; a change recomputes what
-- depends on it, in order, and a circle is reported as an error value.

local Sheet = {}
Sheet.__index = Sheet

local floor = math.floor

-- Errors are values, as in every spreadsheet: they spread through formulas.
local ErrorValue = { __name = "ErrorValue", __tostring = function(e) return e.code end }

local function error_value(code)
	return setmetatable({ code = code }, ErrorValue)
end

local CIRCULAR = error_value "#CIRC!"
local DIV_ZERO = error_value "#DIV/0!"
local BAD_NAME = error_value "#NAME?"
local BAD_VALUE = error_value "#VALUE!"
local SYNTAX = error_value "#SYNTAX!"

local function is_error(v)
	return getmetatable(v) == ErrorValue
end

----------------------------------------------------------------------
-- Addresses: "B12" is column 2, row 12

local function column_number(letters)
	local n = 0
	for c in letters:gmatch "." do
		n = n * 26 + (c:byte() - 64)
	end
	return n
end

local function column_name(n)
	local letters = ""
	repeat
		local rest = (n - 1) % 26
		letters = string.char(65 + rest) .. letters
		n = (n - rest) // 26
	until n <= 0
	return letters
end

local function parse_address(text)
	local letters, digits = text:match "^%$?(%u+)%$?(%d+)$"
	if not letters then return nil end
	return column_number(letters), math.tointeger(tonumber(digits))
end

local function address(column, row)
	return column_name(column) .. row
end

----------------------------------------------------------------------
-- Formulas are compiled to closures: compile(text) gives a function of the
-- lookup and a list of the cells that it reads.

local Compiler = {}
Compiler.__index = Compiler

local token_patterns = {
	{ "number", "^%d+%.?%d*" },
	{ "string", '^"([^"]*)"' },
	{ "range", "^%$?%u+%$?%d+:%$?%u+%$?%d+" },
	{ "cell", "^%$?%u+%$?%d+" },
	{ "name", "^%u[%u%d_]*" },
	{ "op", "^[<>]=" }, { "op", "^<>" },
	{ "op", "^[-+*/^&=<>(),%%]" },
}

local function tokenize(text)
	local tokens, pos = {}, 1
	while true do
		pos = text:find("%S", pos)
		if not pos then break end
		local matched = false
		for _, rule in ipairs(token_patterns) do
			local from, to, captured = text:find(rule[2], pos)
			if from then
				tokens[#tokens + 1] = { kind = rule[1], text = captured or text:sub(from, to) }
				pos, matched = to + 1, true
				break
			end
		end
		if not matched then error(SYNTAX) end
	end
	return tokens
end

function Compiler:peek(text)
	local token = self.tokens[self.at]
	return token ~= nil and token.kind == "op" and token.text == text
end

function Compiler:accept(text)
	if not self:peek(text) then return false end
	self.at = self.at + 1
	return true
end

function Compiler:expect(text)
	if not self:accept(text) then error(SYNTAX) end
end

local function number_of(v)
	if is_error(v) then error(v) end
	if v == nil or v == "" then return 0 end
	local n = tonumber(v)
	if not n then error(BAD_VALUE) end
	return n
end

local function text_of(v)
	if is_error(v) then error(v) end
	if v == nil then return "" end
	return tostring(v)
end

local operators = {
	["+"] = function(a, b) return number_of(a) + number_of(b) end,
	["-"] = function(a, b) return number_of(a) - number_of(b) end,
	["*"] = function(a, b) return number_of(a) * number_of(b) end,
	["^"] = function(a, b) return number_of(a) ^ number_of(b) end,
	["&"] = function(a, b) return text_of(a) .. text_of(b) end,
	["="] = function(a, b) return a == b end,
	["<>"] = function(a, b) return a ~= b end,
	["<"] = function(a, b) return number_of(a) < number_of(b) end,
	[">"] = function(a, b) return number_of(a) > number_of(b) end,
	["<="] = function(a, b) return number_of(a) <= number_of(b) end,
	[">="] = function(a, b) return number_of(a) >= number_of(b) end,
	["/"] = function(a, b)
		local divisor = number_of(b)
		if divisor == 0 then error(DIV_ZERO) end
		return number_of(a) / divisor
	end,
}

local levels = { { "=", "<>", "<=", ">=", "<", ">" }, { "&" }, { "+", "-" }, { "*", "/" }, { "^" } }

function Compiler:binary(level)
	local ops = levels[level]
	if not ops then return self:unary() end
	local left = self:binary(level + 1)
	::again::
	for _, op in ipairs(ops) do
		if self:accept(op) then
			local a, b, apply = left, self:binary(level + 1), operators[op]
			left = function(get) return apply(a(get), b(get)) end
			goto again
		end
	end
	return left
end

function Compiler:unary()
	if self:accept "-" then
		local inner = self:unary()
		return function(get) return -number_of(inner(get)) end
	end
	local value = self:primary()
	while self:accept "%" do
		local whole = value
		value = function(get) return number_of(whole(get)) / 100 end
	end
	return value
end

-- Functions get their arguments flat: a range stands for all of its cells.
local functions = {}

local function reduce(step, first)
	return function(values)
		local acc = first
		for i = 1, values.n do
			local v = values[i]
			if is_error(v) then error(v) end
			if type(v) == "number" then acc = acc == nil and v or step(acc, v) end
		end
		return acc or 0
	end
end

functions.SUM = reduce(function(a, b) return a + b end, 0)
functions.MIN = reduce(math.min)
functions.MAX = reduce(math.max)
functions.PRODUCT = reduce(function(a, b) return a * b end, 1)

function functions.COUNT(values)
	local n = 0
	for i = 1, values.n do
		if type(values[i]) == "number" then n = n + 1 end
	end
	return n
end

function functions.AVERAGE(values)
	local n = functions.COUNT(values)
	if n == 0 then error(DIV_ZERO) end
	return functions.SUM(values) / n
end

function functions.ROUND(values)
	local scale = 10 ^ number_of(values[2])
	return floor(number_of(values[1]) * scale + 0.5) / scale
end

function functions.IF(values)
	if is_error(values[1]) then error(values[1]) end
	if values[1] then return values[2] end
	return values[3]
end

function functions.LEN(values) return utf8.len(text_of(values[1])) or #values[1] end
function functions.UPPER(values) return text_of(values[1]):upper() end

function Compiler:reads(column, row)
	local name = address(column, row)
	self.inputs[name] = true
	return name
end

function Compiler:arguments()
	local list = {}
	if self:accept ")" then return list end
	repeat
		local token = self.tokens[self.at]
		if token and token.kind == "range" then
			self.at = self.at + 1
			local from, to = token.text:match "^(.+):(.+)$"
			local c1, r1 = parse_address(from)
			local c2, r2 = parse_address(to)
			for row = math.min(r1, r2), math.max(r1, r2) do
				for column = math.min(c1, c2), math.max(c1, c2) do
					local name = self:reads(column, row)
					list[#list + 1] = function(get) return get(name) end
				end
			end
		else
			list[#list + 1] = self:binary(1)
		end
	until not self:accept ","
	self:expect ")"
	return list
end

function Compiler:primary()
	local token = self.tokens[self.at]
	if not token then error(SYNTAX) end
	self.at = self.at + 1
	local kind, text = token.kind, token.text
	if kind == "number" then
		local n = tonumber(text)
		return function() return n end
	elseif kind == "string" then
		return function() return text end
	elseif kind == "cell" then
		local name = self:reads(parse_address(text))
		return function(get) return get(name) end
	elseif kind == "name" then
		local f = functions[text]
		if not f then error(BAD_NAME) end
		self:expect "("
		local args = self:arguments()
		return function(get)
			local values = { n = #args }
			for i = 1, values.n do values[i] = args[i](get) end
			return f(values)
		end
	elseif text == "(" then
		local inner = self:binary(1)
		self:expect ")"
		return inner
	end
	error(SYNTAX)
end

local function compile(text)
	local self = setmetatable({ tokens = tokenize(text), at = 1, inputs = {} }, Compiler)
	local run = self:binary(1)
	if self.at <= #self.tokens then error(SYNTAX) end
	return run, self.inputs
end

----------------------------------------------------------------------
-- The sheet

function Sheet.new()
	return setmetatable({ cells = {}, readers = {} }, Sheet)
end

function Sheet:_forget(name)
	local cell = self.cells[name]
	for input in pairs(cell and cell.inputs or {}) do
		self.readers[input][name] = nil
	end
end

--- Put a number, a text, or a formula that starts with "=" into a cell.
function Sheet:set(name, content)
	assert(parse_address(name), "not a cell address: " .. tostring(name))
	self:_forget(name)
	local cell = { content = content, inputs = {} }
	if type(content) == "string" and content:sub(1, 1) == "=" then
		local ok, run, inputs = pcall(compile, content:sub(2))
		if ok then
			cell.run, cell.inputs = run, inputs
		else
			cell.value = is_error(run) and run or error(run, 0)
		end
	else
		cell.value = tonumber(content) or content
	end
	for input in pairs(cell.inputs) do
		self.readers[input] = self.readers[input] or {}
		self.readers[input][name] = true
	end
	self.cells[name] = cell
	self:_stale(name, {})
	return self
end

function Sheet:_stale(name, done)
	if done[name] then return end
	done[name] = true
	local cell = self.cells[name]
	if cell and cell.run then cell.value, cell.fresh = nil, false end
	for reader in pairs(self.readers[name] or {}) do self:_stale(reader, done) end
end

function Sheet:get(name)
	local cell = self.cells[name]
	if not cell then return nil end
	if not cell.run or cell.fresh then return cell.value end
	if cell.busy then return CIRCULAR end
	cell.busy = true
	local ok, value = pcall(cell.run, function(input) return self:get(input) end)
	cell.busy = false
	if not ok and not is_error(value) then error(value, 0) end
	cell.value, cell.fresh = value, true
	return value
end

if not ... then
	local sheet = Sheet.new()
	sheet:set("A1", 3):set("A2", "4"):set("A3", "=A1+A2*2"):set("B1", '="sum: "&SUM(A1:A3)')
	assert(sheet:get "A3" == 11 and sheet:get "B1" == "sum: 18")
	sheet:set("A1", 10)
	assert(sheet:get "A3" == 18 and sheet:get "B1" == "sum: 32")
	assert(sheet:set("C1", "=ROUND(AVERAGE(A1:A2, 2), 1)"):get "C1" == 5.3)
	assert(sheet:set("C2", "=IF(A1 >= 10, UPPER(\"yes\"), 0)"):get "C2" == "YES")
	assert(sheet:set("C3", "=-2^2 + 50%"):get "C3" == 4.5) -- the sign binds tighter here
	assert(tostring(sheet:set("D1", "=1/(A1-10)"):get "D1") == "#DIV/0!")
	assert(sheet:set("D2", "=D1+1"):get "D2" == DIV_ZERO)
	assert(sheet:set("E1", "=E2"):set("E2", "=E1"):get "E1" == CIRCULAR)
	assert(sheet:set("E2", 5):get "E1" == 5)
	assert(sheet:set("F1", "=NOPE(1)"):get "F1" == BAD_NAME)
	assert(sheet:set("F2", "=1 +"):get "F2" == SYNTAX)
	assert(column_name(column_number "AZ") == "AZ" and column_name(703) == "AAA")
	print("spreadsheet", sheet:get "B1")
end

return Sheet
