--- Routes, middleware and responses of a small HTTP server.
-- Requests are tables (method, path, query, headers, …), as a parser makes them;
-- responses know how to become bytes. There is no socket in here.
--
-- @module httpserver
-- @usage
--   local server = httpserver.new { server_name = "example" }
--   server:route("GET", "/users/:name", function(request, response)
--       response:send_text("Hello " .. request.params.name)
--   end)

local httpserver = {};

local string_format = string.format;
local table_insert, table_concat = table.insert, table.concat;
local setmetatable, tostring, error = setmetatable, tostring, error;
local pairs, ipairs, pcall = pairs, ipairs, pcall;

local status_texts = {
	[200] = "OK";
	[201] = "Created";
	[204] = "No Content";
	[302] = "Found";
	[304] = "Not Modified";
	[400] = "Bad Request";
	[401] = "Unauthorized";
	[403] = "Forbidden";
	[404] = "Not Found";
	[405] = "Method Not Allowed";
	[413] = "Payload Too Large";
	[431] = "Request Header Fields Too Large";
	[500] = "Internal Server Error";
	[501] = "Not Implemented";
};

local content_types = {
	html = "text/html; charset=utf-8";
	css = "text/css; charset=utf-8";
	js = "text/javascript; charset=utf-8";
	json = "application/json";
	txt = "text/plain; charset=utf-8";
	png = "image/png";
	svg = "image/svg+xml";
};

local function url_encode(text)
	return (text:gsub("[^%w%-%._~]", function (character)
		return string_format("%%%02X", character:byte());
	end));
end

----------------------------------------------------------------------
-- Responses

local response_methods = {};
local response_mt = { __index = response_methods };

local function new_response(request, server_name)
	return setmetatable({
		request = request;
		status_code = 200;
		headers = { Server = server_name };
		cookies = {};
		finished = false;
	}, response_mt);
end

function response_methods:set_header(name, value)
	self.headers[name] = tostring(value);
	return self;
end

function response_methods:set_cookie(name, value, options)
	options = options or {};
	local parts = { name .. "=" .. url_encode(value), "Path=" .. (options.path or "/") };
	if options.max_age then
		table_insert(parts, string_format("Max-Age=%d", options.max_age));
	end
	if options.http_only ~= false then
		table_insert(parts, "HttpOnly");
	end
	if options.secure then
		table_insert(parts, "Secure");
	end
	table_insert(self.cookies, table_concat(parts, "; "));
	return self;
end

function response_methods:send(body, content_type)
	if self.finished then
		error("response was sent already", 2);
	end
	self.finished = true;
	self.body = body or "";
	if content_type then
		self:set_header("Content-Type", content_type);
	end
	return self;
end

function response_methods:send_text(text)
	return self:send(text, content_types.txt);
end

function response_methods:send_error(status_code, message)
	self.status_code = status_code;
	local status_text = status_texts[status_code] or "Unknown";
	return self:send_text(string_format("%d %s\n%s\n", status_code, status_text, message or ""));
end

function response_methods:redirect(location)
	self.status_code = 302;
	return self:set_header("Location", location):send("");
end

--- The bytes of the response, as they go over the wire.
function response_methods:serialize()
	local lines = {
		string_format("HTTP/1.1 %d %s", self.status_code, status_texts[self.status_code] or "Unknown");
	};
	self:set_header("Content-Length", #self.body);
	local header_names = {};
	for name in pairs(self.headers) do
		table_insert(header_names, name);
	end
	table.sort(header_names);
	for _, name in ipairs(header_names) do
		table_insert(lines, name .. ": " .. self.headers[name]);
	end
	for _, cookie in ipairs(self.cookies) do
		table_insert(lines, "Set-Cookie: " .. cookie);
	end
	local body = self.request.method == "HEAD" and "" or self.body;
	return table_concat(lines, "\r\n") .. "\r\n\r\n" .. body;
end

----------------------------------------------------------------------
-- Server: routes and middleware

local server_methods = {};
local server_mt = { __index = server_methods };

function httpserver.new(options)
	options = options or {};
	return setmetatable({
		server_name = options.server_name or "httpserver.lua";
		on_error = options.on_error;
		routes = {};
		middleware = {};
	}, server_mt);
end

--- Adds a route. ":name" in the pattern matches one segment, a "*" at the end
-- matches the rest of the path.
function server_methods:route(method, pattern, handler)
	local parameter_names = {};
	local lua_pattern = pattern:gsub("[%-%.%+%(%)%[%]%^%$%%]", "%%%0"):gsub(":([%a_]+)", function (name)
		table_insert(parameter_names, name);
		return "([^/]+)";
	end);
	if lua_pattern:sub(-1) == "*" then
		table_insert(parameter_names, "rest");
		lua_pattern = lua_pattern:sub(1, -2) .. "(.*)";
	end
	table_insert(self.routes, {
		method = method;
		pattern = "^" .. lua_pattern .. "$";
		parameter_names = parameter_names;
		handler = handler;
	});
	return self;
end

--- Adds a function(request, response, next_handler) around all handlers.
function server_methods:use(middleware_function)
	table_insert(self.middleware, middleware_function);
	return self;
end

function server_methods:_find_route(request)
	local allowed_methods = {};
	for _, route in ipairs(self.routes) do
		local captures = { request.path:match(route.pattern) };
		if captures[1] then
			if route.method == request.method or (route.method == "GET" and request.method == "HEAD") then
				request.params = {};
				for index, name in ipairs(route.parameter_names) do
					request.params[name] = captures[index];
				end
				return route.handler;
			end
			table_insert(allowed_methods, route.method);
		end
	end
	return nil, allowed_methods;
end

--- Answers a request.
function server_methods:handle(request)
	local response = new_response(request, self.server_name);
	local handler, allowed_methods = self:_find_route(request);
	if not handler then
		handler = function ()
			if #allowed_methods > 0 then
				response:set_header("Allow", table_concat(allowed_methods, ", "));
				return response:send_error(405);
			end
			return response:send_error(404, "There is nothing at " .. request.path);
		end
	end
	for index = #self.middleware, 1, -1 do
		local inner_handler, middleware_function = handler, self.middleware[index];
		handler = function ()
			return middleware_function(request, response, inner_handler);
		end
	end
	local success, problem = pcall(handler, request, response);
	if not success then
		if self.on_error then
			self.on_error(problem, request);
		end
		response.finished = false;
		response:send_error(500, "Something went wrong here");
	elseif not response.finished then
		response:send_error(500, "The handler sent nothing");
	end
	return response;
end

if not ... then
	local problems = {};
	local server = httpserver.new { server_name = "test", on_error = function (problem) table_insert(problems, problem); end };
	server:route("GET", "/hello/:name", function (request, response)
		response:send_text("Hello " .. request.params.name .. (request.query.mark or "!"));
	end);
	server:route("POST", "/login", function (request, response)
		response:set_cookie("user", request.form.user, { max_age = 60, secure = true }):redirect("/hello/" .. request.form.user);
	end);
	server:route("GET", "/files/*", function (request, response)
		response:send(request.params.rest, content_types.html);
	end);
	server:route("GET", "/broken", function () error("oops", 0); end);
	server:route("GET", "/silent", function () end);
	server:use(function (request, response, next_handler)
		if request.headers.authorization == "none" then
			return response:send_error(403, "You may not");
		end
		return next_handler(request, response);
	end);

	local function ask(method, path, fields)
		local request = { method = method, path = path, query = {}, headers = {} };
		for name, value in pairs(fields or {}) do
			request[name] = value;
		end
		return server:handle(request):serialize();
	end

	local answer = ask("GET", "/hello/ann", { query = { mark = "?" } });
	assert(answer:find("^HTTP/1.1 200 OK\r\n") and answer:find("\r\n\r\nHello ann?", 1, true), answer);
	assert(ask("HEAD", "/hello/ann"):find("Content%-Length: 10.*\r\n\r\n$"));
	answer = ask("POST", "/login", { form = { user = "bob b" } });
	assert(answer:find("302 Found") and answer:find("Set-Cookie: user=bob%20b; Path=/; Max-Age=60; HttpOnly; Secure", 1, true), answer);
	assert(ask("GET", "/files/a/b.html"):find("a/b.html", 1, true));
	answer = ask("DELETE", "/login");
	assert(answer:find("405 Method Not Allowed", 1, true) and answer:find("Allow: POST", 1, true), answer);
	assert(ask("GET", "/nowhere"):find("There is nothing at /nowhere", 1, true));
	assert(ask("GET", "/broken"):find("500 Internal") and problems[1] == "oops");
	assert(ask("GET", "/silent"):find("The handler sent nothing"));
	assert(ask("GET", "/hello/x", { headers = { authorization = "none" } }):find("You may not"));
	print("httpserver", #answer);
end

return httpserver;
