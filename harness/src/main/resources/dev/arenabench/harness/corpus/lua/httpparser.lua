--- A parser for HTTP requests that takes the bytes as they arrive.
-- It never touches a socket: whoever owns the connection feeds it, and it calls
-- back with each request that is complete, which is also what makes it easy to
-- test.
--
-- @module httpparser

local httpparser = {};

local string_lower, string_format = string.lower, string.format;
local table_insert, table_concat = table.insert, table.concat;
local setmetatable, tonumber, type = setmetatable, tonumber, type;

local default_limits = {
	max_header_bytes = 16 * 1024;
	max_body_bytes = 1024 * 1024;
	max_headers = 100;
};

----------------------------------------------------------------------
-- Helpers

--- Decodes %XX sequences, and a plus sign to a blank.
local function url_decode(text)
	text = text:gsub("+", " "):gsub("%%(%x%x)", function (digits)
		return string.char(tonumber(digits, 16));
	end);
	return text;
end

local function url_encode(text)
	return (text:gsub("[^%w%-%._~]", function (character)
		return string_format("%%%02X", character:byte());
	end));
end

httpparser.url_decode, httpparser.url_encode = url_decode, url_encode;

--- Parses "a=1&b=2" into a table; a name that occurs again makes a list.
local function parse_query(query_string)
	local parameters = {};
	for pair in query_string:gmatch("[^&]+") do
		local name, value = pair:match("^([^=]*)=?(.*)$");
		name, value = url_decode(name), url_decode(value);
		local existing = parameters[name];
		if existing == nil then
			parameters[name] = value;
		elseif type(existing) == "table" then
			table_insert(existing, value);
		else
			parameters[name] = { existing, value };
		end
	end
	return parameters;
end

local function parse_cookies(header)
	local cookies = {};
	for name, value in (header or ""):gmatch("([^=;%s]+)=([^;]*)") do
		cookies[name] = url_decode(value);
	end
	return cookies;
end

--- Resolves "." and ".."; nil if the path would leave its root.
local function normalize_path(path)
	local segments = {};
	for segment in path:gmatch("[^/]+") do
		if segment == ".." then
			if #segments == 0 then
				return nil, "path leaves the document root";
			end
			table.remove(segments);
		elseif segment ~= "." then
			table_insert(segments, segment);
		end
	end
	local trailing_slash = path:sub(-1) == "/" and #segments > 0;
	return "/" .. table_concat(segments, "/") .. (trailing_slash and "/" or "");
end

----------------------------------------------------------------------
-- The state machine: the head of a request, then its body

local parser_methods = {};
local parser_mt = { __index = parser_methods };

--- Creates a parser for one connection.
-- @param on_request called with each complete request
-- @param on_error called with a status code and a message
-- @param limits see default_limits
function httpparser.new(on_request, on_error, limits)
	return setmetatable({
		on_request = on_request;
		on_error = on_error;
		limits = setmetatable(limits or {}, { __index = default_limits });
		buffer = "";
		state = "headers";
	}, parser_mt);
end

function parser_methods:_fail(status_code, message)
	self.state = "failed";
	self.on_error(status_code, message);
	return nil, message;
end

function parser_methods:_parse_head(head)
	local request_line, header_lines = head:match("^([^\r\n]*)\r?\n?(.*)$");
	local method, target, version = request_line:match("^(%u+) (%S+) HTTP/(%d%.%d)$");
	if not method then
		return nil, "malformed request line";
	end
	local path, query_string = target:match("^([^?]*)%??(.*)$");
	local normalized_path, path_error = normalize_path(url_decode(path));
	if not normalized_path then
		return nil, path_error;
	end
	local headers, header_count = {}, 0;
	for line in header_lines:gmatch("[^\r\n]+") do
		local name, value = line:match("^([^%s:]+):%s*(.-)%s*$");
		if not name then
			return nil, "malformed header";
		end
		header_count = header_count + 1;
		if header_count > self.limits.max_headers then
			return nil, "too many headers", 431;
		end
		name = string_lower(name);
		headers[name] = headers[name] and (headers[name] .. ", " .. value) or value;
	end
	return {
		method = method;
		path = normalized_path;
		query = parse_query(query_string);
		http_version = version;
		headers = headers;
		cookies = parse_cookies(headers.cookie);
	};
end

--- Takes more bytes; requests are reported as soon as they are complete.
-- @return true, or nil and a message once the connection is of no use
function parser_methods:feed(data)
	if self.state == "failed" then
		return nil, "parser has failed";
	end
	self.buffer = self.buffer .. data;
	while true do
		if self.state == "headers" then
			local head_end, body_start = self.buffer:match("()\r?\n\r?\n()");
			if not head_end then
				if #self.buffer > self.limits.max_header_bytes then
					return self:_fail(431, "header section is too large");
				end
				return true;
			end
			local request, message, status_code = self:_parse_head(self.buffer:sub(1, head_end - 1));
			if not request then
				return self:_fail(status_code or 400, message);
			end
			self.buffer = self.buffer:sub(body_start);
			if request.headers["transfer-encoding"] then
				return self:_fail(501, "transfer encodings are not supported");
			end
			local content_length = tonumber(request.headers["content-length"] or "0");
			if not content_length or content_length < 0 then
				return self:_fail(400, "malformed content length");
			elseif content_length > self.limits.max_body_bytes then
				return self:_fail(413, "request body is too large");
			end
			self.request, self.content_length = request, content_length;
			self.state = "body";
		end
		if #self.buffer < self.content_length then
			return true;
		end
		local request = self.request;
		request.body = self.buffer:sub(1, self.content_length);
		self.buffer = self.buffer:sub(self.content_length + 1);
		self.request, self.state = nil, "headers";
		local content_type = request.headers["content-type"] or "";
		if content_type:match("^application/x%-www%-form%-urlencoded") then
			request.form = parse_query(request.body);
		end
		self.on_request(request);
		if #self.buffer == 0 then
			return true;
		end
	end
end

if not ... then
	local requests, problems = {}, {};
	local function new_parser(limits)
		return httpparser.new(function (request)
			table_insert(requests, request);
		end, function (status_code, message)
			table_insert(problems, status_code .. " " .. message);
		end, limits);
	end
	local parser = new_parser();
	assert(parser:feed("GET /a%20b/./c?mark=%3F&list=1&list=2 HTT") and #requests == 0);
	assert(parser:feed("P/1.1\r\nHost: x\r\nAccept: a\r\nAccept: b\r\nCookie: id=7; name=ann\r\n\r\n"));
	local request = requests[1];
	assert(request.path == "/a b/c" and request.query.mark == "?" and request.query.list[2] == "2");
	assert(request.headers.accept == "a, b" and request.cookies.name == "ann");
	parser:feed("POST /form HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nuser=a+%26"
		.. "DELETE /form HTTP/1.0\n\n");
	assert(requests[2].form.user == "a &" and requests[3].method == "DELETE", #requests);
	for data, expected in pairs {
		["GET /../etc HTTP/1.1\r\n\r\n"] = "400 path leaves the document root";
		["get / HTTP/1.1\r\n\r\n"] = "400 malformed request line";
		["GET / HTTP/1.1\r\nbroken\r\n\r\n"] = "400 malformed header";
		["PUT / HTTP/1.1\r\nContent-Length: 99\r\n\r\n"] = "413 request body is too large";
		["PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"] = "501 transfer encodings are not supported";
	} do
		local failing = new_parser({ max_body_bytes = 50 });
		assert(not failing:feed(data) and problems[#problems] == expected, problems[#problems]);
		assert(not failing:feed("GET / HTTP/1.1\r\n\r\n"));
	end
	assert(httpparser.url_encode("a b/ü") == "a%20b%2F%C3%BC");
	print("httpparser", #requests, #problems);
end

return httpparser;
