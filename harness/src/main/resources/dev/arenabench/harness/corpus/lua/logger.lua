--- Logging with levels, named loggers and sinks.
--
-- Loggers form a tree by the dots in their names: "net.http" takes its level
-- and its sinks from "net" and that from the root, unless it has its own.
-- A message is formatted only if somebody will read it.

local logging = {};

local date, time, clock = os.date, os.time, os.clock;
local t_insert, t_concat, t_sort = table.insert, table.concat, table.sort;
local s_format, s_rep = string.format, string.rep;
local select, type, tostring, pairs, ipairs = select, type, tostring, pairs, ipairs;
local pcall, error, setmetatable = pcall, error, setmetatable;

local levels = { trace = 1, debug = 2, info = 3, warn = 4, error = 5, fatal = 6, off = 7 };
local level_names = {};
for name, number in pairs(levels) do
	level_names[number] = name;
end

logging.levels = levels;

local function level_number(level)
	local number = levels[level];
	if not number then
		error("unknown log level: " .. tostring(level), 3);
	end
	return number;
end

----------------------------------------------------------------------
-- Formatting

local function quote_if_needed(value)
	value = tostring(value);
	if value == "" or value:find("[%s=\"]") then
		return s_format("%q", value);
	end
	return value;
end

-- Arguments can be anything, nil among them; %s takes all of them.
local function format_message(message, ...)
	local n = select("#", ...);
	if n == 0 then
		return tostring(message);
	end
	local args = { ... };
	for i = 1, n do
		local arg = args[i];
		if type(arg) == "function" then
			args[i] = arg(); -- a costly value: made only now
		elseif type(arg) == "nil" or type(arg) == "boolean" then
			args[i] = tostring(arg);
		end
	end
	local ok, text = pcall(s_format, message, table.unpack(args, 1, n));
	if ok then
		return text;
	end
	return s_format("%s [bad format: %s]", tostring(message), text);
end

local function fields_text(fields)
	if not fields or next(fields) == nil then
		return "";
	end
	local parts = {};
	for key, value in pairs(fields) do
		t_insert(parts, tostring(key) .. "=" .. quote_if_needed(value));
	end
	t_sort(parts);
	return " " .. t_concat(parts, " ");
end

logging.formatters = {};

function logging.formatters.plain(record)
	return s_format("%s %-5s %s: %s%s", record.stamp, record.level:upper(), record.name, record.message,
		fields_text(record.fields));
end

local colors = { trace = 90, debug = 36, info = 32, warn = 33, error = 31, fatal = 35 };

function logging.formatters.color(record)
	return s_format("\27[90m%s\27[0m \x1b[%dm%-5s\27[0m %s%s", record.stamp, colors[record.level], record.level,
		record.message, fields_text(record.fields));
end

local json_escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t", ["\r"] = "\\r" };

local function json_value(value)
	if type(value) == "number" or type(value) == "boolean" then
		return tostring(value);
	end
	return '"' .. tostring(value):gsub('[%c"\\]', function(c)
		return json_escapes[c] or s_format("\\u%04x", c:byte());
	end) .. '"';
end

function logging.formatters.json(record)
	local parts = {
		'"time":' .. json_value(record.time), '"level":' .. json_value(record.level),
		'"logger":' .. json_value(record.name), '"message":' .. json_value(record.message),
	};
	for key, value in pairs(record.fields or {}) do
		t_insert(parts, json_value(tostring(key)) .. ":" .. json_value(value));
	end
	t_sort(parts, function(a, b) return a < b; end);
	return "{" .. t_concat(parts, ",") .. "}";
end

----------------------------------------------------------------------
-- Sinks: objects with write(record) and, if they want, flush() and close()

local sinks = {};
logging.sinks = sinks;

function sinks.console(options)
	options = options or {};
	local stream = options.stream or io.stderr;
	local format = options.format or logging.formatters.plain;
	return {
		level = options.level;
		write = function(_, record)
			stream:write(format(record), "\n");
		end;
		flush = function() stream:flush(); end;
	};
end

--- Keeps the last n records, for a look back when something breaks.
function sinks.memory(capacity)
	local ring = { records = {}, head = 0, total = 0 };
	function ring:write(record)
		self.head = self.head % capacity + 1;
		self.records[self.head] = record;
		self.total = self.total + 1;
	end
	function ring:each()
		local n = #self.records;
		local i = n < capacity and 0 or self.head;
		local left = n;
		return function()
			if left == 0 then return nil; end
			i, left = i % n + 1, left - 1;
			return self.records[i];
		end
	end
	return ring;
end

--- Writes to a file and starts a new one when it grows past max_bytes:
--- app.log becomes app.log.1, that app.log.2, and so on up to `keep`.
function sinks.file(path, options)
	options = options or {};
	local format = options.format or logging.formatters.plain;
	local max_bytes = options.max_bytes or 0x100000;
	local sink = { level = options.level, size = 0 };
	local file;

	local function open()
		local err;
		file, err = io.open(path, "a");
		if not file then
			error("cannot open log file: " .. err, 0);
		end
		sink.size = file:seek("end");
	end

	local function rotate()
		file:close();
		for i = (options.keep or 3) - 1, 1, -1 do
			os.rename(path .. "." .. i, path .. "." .. (i + 1));
		end
		os.rename(path, path .. ".1");
		open();
	end

	function sink:write(record)
		if not file then open(); end
		local line = format(record) .. "\n";
		if self.size > 0 and self.size + #line > max_bytes then
			rotate();
		end
		file:write(line);
		self.size = self.size + #line;
	end

	function sink.flush()
		if file then file:flush(); end
	end

	function sink.close()
		if file then file:close(); end
		file = nil;
	end

	return sink;
end

--- Lets through at most n records of the same text in a number of seconds.
function sinks.limited(inner, n, seconds)
	local seen = {};
	return {
		level = inner.level;
		write = function(_, record)
			local key = record.level .. record.message;
			local entry = seen[key];
			if not entry or record.time - entry.since >= seconds then
				if entry and entry.dropped > 0 then
					inner:write(setmetatable({
						message = s_format("%s (%d more)", record.message, entry.dropped);
					}, { __index = record }));
				end
				entry = { since = record.time, count = 0, dropped = 0 };
				seen[key] = entry;
			end
			if entry.count < n then
				entry.count = entry.count + 1;
				inner:write(record);
			else
				entry.dropped = entry.dropped + 1;
			end
		end;
	};
end

----------------------------------------------------------------------
-- Loggers

local Logger = {};
Logger.__index = Logger;

local root = setmetatable({ name = "", own_level = levels.info, own_sinks = {}, context = {} }, Logger);
local known = { [""] = root };

function logging.get(name)
	name = name or "";
	local logger = known[name];
	if not logger then
		local parent = logging.get(name:match("^(.*)%.[^.]*$") or "");
		logger = setmetatable({ name = name, parent = parent, own_sinks = {}, context = {}, propagate = true }, Logger);
		known[name] = logger;
	end
	return logger;
end

function Logger:set_level(level)
	self.own_level = level and level_number(level) or nil;
	return self;
end

function Logger:level()
	local logger = self;
	while logger do
		if logger.own_level then return logger.own_level; end
		logger = logger.parent;
	end
	return levels.info;
end

function Logger:enabled(level)
	return level_number(level) >= self:level();
end

function Logger:add_sink(sink)
	t_insert(self.own_sinks, sink);
	return self;
end

--- A logger that adds fields to all that it writes.
function Logger:with(fields)
	local context = setmetatable({}, { __index = self.context });
	for key, value in pairs(self.context) do context[key] = value; end
	for key, value in pairs(fields) do context[key] = value; end
	return setmetatable({ name = self.name, parent = self, own_sinks = {}, context = context, propagate = true }, Logger);
end

function Logger:log(level, message, ...)
	local number = level_number(level);
	if number < self:level() or number == levels.off then
		return false;
	end
	local now = logging.now();
	local record = {
		level = level;
		name = self.name ~= "" and self.name or "main";
		time = now;
		stamp = date("!%Y-%m-%dT%H:%M:%SZ", now // 1 | 0);
		message = format_message(message, ...);
		fields = self.context;
	};
	local logger = self;
	repeat
		local parent = logger.parent;
		for _, sink in ipairs(logger.own_sinks) do
			if not sink.level or number >= level_number(sink.level) then
				local ok, err = pcall(sink.write, sink, record);
				-- a broken sink must not break the program that logs
				if not ok and logging.on_sink_error then logging.on_sink_error(err, record); end
			end
		end
		local goes_on = logger.propagate and parent;
		logger = parent;
	until not goes_on
	return true;
end

for number = levels.trace, levels.fatal do
	local name = level_names[number];
	Logger[name] = function(self, ...) return self:log(name, ...); end
end

--- Logs how long a function takes, and hands on what it returns.
function Logger:timed(label, f, ...)
	local started = clock();
	local function finish(ok, ...)
		self:log(ok and "debug" or "error", "%s took %.3f ms", label, (clock() - started) * 1e3);
		if not ok then error((...), 0); end
		return ...;
	end
	return finish(pcall(f, ...));
end

logging.now = time;
logging.root = root;

if not ... then
	local lines = {};
	local memory = sinks.memory(3);
	local now = 86400.5;
	logging.now = function() return now; end
	root:add_sink({ write = function(_, record) t_insert(lines, logging.formatters.plain(record)); end });
	root:add_sink(memory);

	local http = logging.get("net.http");
	http:info("listening on %s:%d", "localhost", 8080);
	assert(lines[1] == "1970-01-02T00:00:00Z INFO  net.http: listening on localhost:8080", lines[1]);
	assert(not http:debug("not shown") and not http:enabled("debug"));
	logging.get("net"):set_level("debug");
	assert(http:debug("shown %s %s", nil, function() return s_rep("=", 3); end) and lines[2]:find("shown nil ===$"));
	http:with({ user = "ann lee", id = 7 }):warn("slow");
	assert(lines[3]:find('slow id=7 user="ann lee"', 1, true), lines[3]);
	http:error("bad %d", "x");
	assert(lines[4]:find("bad format", 1, true));
	assert(http:timed("work", function(a, b) return a + b, "x"; end, 1, 2) == 3);
	assert(not pcall(http.timed, http, "fails", error, "boom") and lines[6]:find("ERROR"));

	local kept = {};
	for record in memory:each() do t_insert(kept, record.level); end
	assert(t_concat(kept, " ") == "error debug error" and memory.total == 6, t_concat(kept, " "));

	local count, last = 0, nil;
	local limited = sinks.limited({ write = function(_, r) count, last = count + 1, r.message; end }, 2, 10);
	local noisy = logging.get("noisy"):add_sink(limited);
	noisy.propagate = false;
	for i = 1, 25 do
		noisy:info("again");
		if i == 24 then now = now + 11; end
	end
	assert(count == 4 and last == "again", count);
	assert(logging.formatters.json({ time = 1, level = "info", name = "a", message = 'q"\1', fields = { k = true } })
		== [[{"k":true,"level":"info","logger":"a","message":"q\"\u0001","time":1}]]);
	assert(logging.formatters.color({ stamp = "s", level = "warn", message = "m" }):find("33m", 1, true));
	print("logger", #lines);
end

return logging;
