-- Readers and writers for the two formats that never die: INI and CSV.
--
-- Both keep what a person would miss: comments and order in INI files, empty
-- fields and line breaks inside quotes in CSV files.

local M = {};

local open = io.open;
local match, gsub, find, sub = string.match, string.gsub, string.find, string.sub;
local concat = table.concat;

local function trim(s)
	return match(s, "^%s*(.-)%s*$");
end

-- Runs a function over a file and closes it, whatever happens.
local function with_file(path, mode, f)
	local file <close>, err = open(path, mode);
	if not file then
		return nil, err;
	end
	return f(file);
end

---------------------------------------------------------------------------
-- INI

local Ini = {};
Ini.__index = Ini;

local literals = { ["true"] = true, yes = true, on = true, ["false"] = false, no = false, off = false };

local ini_escapes = { n = "\n", t = "\t", r = "\r", ["0"] = "\0", ["\\"] = "\\", ['"'] = '"', [";"] = ";" };

local function ini_value(text)
	local quoted = match(text, '^"(.*)"$');
	if quoted then
		return (gsub(quoted, "\\(.)", ini_escapes));
	end
	text = trim((gsub(text, "%s[;#].*$", "")));
	local literal = literals[text:lower()];
	if literal ~= nil then return literal; end
	return math.tointeger(tonumber(text)) or tonumber(text) or text;
end

local function ini_text(value)
	if type(value) ~= "string" then return tostring(value); end
	if value == "" or find(value, '[\n\t\r"\\;#]') or value ~= trim(value) or ini_value(value) ~= value then
		value = gsub(value, '[\\"]', "\\%0");
		value = gsub(value, "\n", "\\n");
		value = gsub(value, "\t", "\\t");
		return '"' .. value .. '"';
	end
	return value;
end

local function new_ini()
	return setmetatable({ lines = {}, sections = {}, order = {} }, Ini);
end

function Ini:_section(name)
	local section = self.sections[name];
	if not section then
		section = { name = name, keys = {}, order = {} };
		self.sections[name] = section;
		self.order[#self.order + 1] = name;
	end
	return section;
end

--- Reads the text of an INI file. Keys in front of any section go to "".
function M.parse_ini(text)
	local ini = new_ini();
	local section, number = ini:_section(""), 0;
	local pending = {};
	for line in text:gmatch("([^\n]*)\n?") do
		number = number + 1;
		line = trim(line);
		if line == "" then goto next_line; end
		local first = sub(line, 1, 1);
		if first == ";" or first == "#" then
			pending[#pending + 1] = line;
			goto next_line;
		end
		do
			local name = match(line, "^%[%s*(.-)%s*%]");
			if name then
				section = ini:_section(name);
				section.comments, pending = pending, {};
				goto next_line;
			end
			local key, value = match(line, "^([^=:]+)[=:](.*)$");
			if not key then
				return nil, ("line %d: expected 'key = value', got %q"):format(number, line);
			end
			key = trim(key);
			if section.keys[key] == nil then
				section.order[#section.order + 1] = key;
			end
			section.keys[key] = { value = ini_value(trim(value)), comments = pending };
			pending = {};
		end
		::next_line::
	end
	return ini;
end

function Ini:get(section, key, default)
	local found = self.sections[section];
	local entry = found and found.keys[key];
	if entry == nil then return default; end
	return entry.value;
end

function Ini:set(section_name, key, value)
	local section = self:_section(section_name);
	local entry = section.keys[key];
	if entry then
		entry.value = value;
	else
		section.keys[key] = { value = value, comments = {} };
		section.order[#section.order + 1] = key;
	end
	return self;
end

function Ini:keys(section)
	local found = self.sections[section];
	local index = 0;
	return function()
		index = index + 1;
		local key = found and found.order[index];
		if key then return key, found.keys[key].value; end
	end
end

function Ini:__tostring()
	local out = {};
	local function put(...)
		for _, text in ipairs({...}) do out[#out + 1] = text; end
	end
	for _, name in ipairs(self.order) do
		local section = self.sections[name];
		if name ~= "" then
			if #out > 0 then put("\n"); end
			for _, comment in ipairs(section.comments or {}) do put(comment, "\n"); end
			put("[", name, "]\n");
		end
		for _, key in ipairs(section.order) do
			local entry = section.keys[key];
			for _, comment in ipairs(entry.comments) do put(comment, "\n"); end
			put(key, " = ", ini_text(entry.value), "\n");
		end
	end
	return concat(out);
end

function M.read_ini(path)
	return with_file(path, "r", function(file) return M.parse_ini(file:read("a")); end);
end

function M.write_ini(path, ini)
	return with_file(path, "w", function(file) return file:write(tostring(ini)); end);
end

---------------------------------------------------------------------------
-- CSV, as RFC 4180 has it, with any separator

local default_dialect = { separator = ",", quote = '"', header = false, newline = "\r\n" };

local function dialect_of(options)
	return setmetatable(options or {}, { __index = default_dialect });
end

--- An iterator over the records of a CSV text.
function M.csv_rows(text, options)
	local dialect = dialect_of(options);
	local separator, quote = dialect.separator, dialect.quote;
	local plain = "^[^" .. gsub(separator, "%W", "%%%0") .. "\r\n]*";
	local position, line = 1, 1;
	if sub(text, 1, 3) == "\xEF\xBB\xBF" then position = 4; end

	local function field()
		if sub(text, position, position) ~= quote then
			local from, to = find(text, plain, position);
			position = to + 1;
			return sub(text, from, to);
		end
		local parts, from, opened = {}, position + 1, line;
		while true do
			local at = find(text, quote, from, true);
			if not at then
				error(("line %d: quote is not closed"):format(opened), 0);
			end
			local part = sub(text, from, at - 1);
			parts[#parts + 1] = part;
			local _, breaks = gsub(part, "\n", "");
			line = line + breaks;
			if sub(text, at + 1, at + 1) ~= quote then
				position = at + 1;
				return concat(parts);
			end
			parts[#parts + 1] = quote;
			from = at + 2;
		end
	end

	local function row()
		if position > #text then return nil; end
		local record, n = {}, 0;
		while true do
			n = n + 1;
			record[n] = field();
			local c = sub(text, position, position);
			if c == separator then
				position = position + 1;
			else
				local _, stop = find(text, "^\r?\n", position);
				if not stop and c ~= "" then
					error(("line %d: unexpected %q after a quoted field"):format(line, c), 0);
				end
				position, line = (stop or #text) + 1, line + 1;
				return record;
			end
		end
	end

	if not dialect.header then return row; end
	local names = row() or {};
	return function()
		local record = row();
		if not record then return nil; end
		local named = {};
		for i, name in ipairs(names) do named[name] = record[i]; end
		return named;
	end
end

function M.parse_csv(text, options)
	local rows = {};
	local ok, err = pcall(function()
		for record in M.csv_rows(text, options) do rows[#rows + 1] = record; end
	end);
	if not ok then return nil, err; end
	return rows;
end

function M.format_csv(rows, options)
	local dialect = dialect_of(options);
	local quote = dialect.quote;
	local special = "[\r\n" .. quote .. gsub(dialect.separator, "%W", "%%%0") .. "]";
	local lines = {};
	for i, record in ipairs(rows) do
		local fields = {};
		for j = 1, record.n or #record do
			local text = tostring(record[j] == nil and "" or record[j]);
			if find(text, special) or match(text, "^%s") then
				text = quote .. gsub(text, quote, quote .. quote) .. quote;
			end
			fields[j] = text;
		end
		lines[i] = concat(fields, dialect.separator) .. dialect.newline;
	end
	return concat(lines);
end

local function self_test()
	local ini = assert(M.parse_ini([[
; the main settings
name = Lighthouse
port: 0x1F90   ; hexadecimal works too

[log]
level = "de\"bug"
# where it goes
path=/var/log/app.log
verbose = off
ratio = 2.50
]]));
	assert(ini:get("", "port") == 8080 and ini:get("log", "level") == 'de"bug');
	assert(ini:get("log", "verbose") == false and ini:get("log", "none", 1) == 1);
	ini:set("log", "level", " spaced "):set("new", "flag", true);
	local text = tostring(ini);
	assert(find(text, '# where it goes\npath = /var/log/app.log', 1, true), text);
	local again = M.parse_ini(text);
	assert(again:get("log", "level") == " spaced " and tostring(again) == text);
	local bad, err = M.parse_ini("a = 1\nwhat?\n");
	assert(not bad and err == 'line 2: expected \'key = value\', got "what?"', err);

	local csv = 'id,note\r\n1,"say ""hi"""\r\n2,"two\nlines"\r\n3,\r\n';
	local rows = assert(M.parse_csv(csv));
	assert(#rows == 4 and rows[2][2] == 'say "hi"' and rows[4][2] == "");
	assert(M.format_csv(rows) == csv);
	local named = M.parse_csv(csv, { header = true });
	assert(#named == 3 and named[2].note == "two\nlines");
	assert(M.parse_csv("a;b|c\n", { separator = "|" })[1][1] == "a;b");
	assert(select(2, M.parse_csv('x\n"open')) == "line 2: quote is not closed");
	print("inicsv", #text, #csv);
end

if not ... then self_test(); end

return M;
