-- A chat bot that speaks the IRC protocol: lines in, lines out. Plugins add
-- commands and hooks; a plugin that fails is reported and does no harm.

local chatbot = {};

local setmetatable, type, pairs, ipairs, select = setmetatable, type, pairs, ipairs, select;
local string_format, table_insert, table_concat = string.format, table.insert, table.concat;

local MAX_LINE_BYTES = 510;

----------------------------------------------------------------------
-- Protocol

--- Parses ":nick!user@host COMMAND parameter :last parameter".
function chatbot.parse_line(line)
	line = line:gsub("[\r\n]+$", "");
	local message = { raw = line, parameters = {} };
	local prefix, rest = line:match("^:(%S+)%s+(.*)$");
	if prefix then
		message.prefix = prefix;
		message.nick, message.user, message.host = prefix:match("^([^!]+)!([^@]+)@(.+)$");
		message.nick = message.nick or prefix;
		line = rest;
	end
	local command, parameter_text = line:match("^(%S+)%s*(.*)$");
	if not command then
		return nil, "empty line";
	end
	message.command = command:upper();
	while parameter_text ~= "" do
		local trailing = parameter_text:match("^:(.*)$");
		if trailing then
			table_insert(message.parameters, trailing);
			break;
		end
		local parameter, remaining = parameter_text:match("^(%S+)%s*(.*)$");
		table_insert(message.parameters, parameter);
		parameter_text = remaining;
	end
	return message;
end

--- The line for a command; the last parameter may contain blanks.
function chatbot.format_line(command, ...)
	local count = select("#", ...);
	local parts = { command };
	for index = 1, count do
		-- a line break inside would start a command of somebody else's choice
		local parameter = tostring((select(index, ...))):gsub("[\r\n\0]+", " ");
		if index == count and (parameter == "" or parameter:find("[ :]")) then
			parameter = ":" .. parameter;
		end
		table_insert(parts, parameter);
	end
	local line = table_concat(parts, " ");
	if #line > MAX_LINE_BYTES then
		line = line:sub(1, utf8.offset(line, 0, MAX_LINE_BYTES + 1) - 1);
	end
	return line;
end

----------------------------------------------------------------------
-- The bot

local bot_methods = {};
local bot_mt = { __index = bot_methods };

--- Creates a bot.
-- @param options `nick`, `channels`, `send` (called with each line), `owner`,
--   `command_prefix`, `log`
function chatbot.new(options)
	local self = setmetatable({
		nick = options.nick or "bot";
		owner = options.owner;
		wanted_channels = options.channels or {};
		command_prefix = options.command_prefix or "!";
		send_line = options.send;
		log = options.log or function () end;
		channels = {};
		plugins = {};
		commands = {};
		hooks = {};
	}, bot_mt);
	self:load_plugin(chatbot.core_plugin);
	return self;
end

function bot_methods:send(command, ...)
	local line = chatbot.format_line(command, ...);
	self.send_line(line .. "\r\n");
end

function bot_methods:connect()
	self:send("NICK", self.nick);
	self:send("USER", self.nick, "0", "*", "A bot in Lua");
end

function bot_methods:say(target, text, ...)
	if select("#", ...) > 0 then
		text = string_format(text, ...);
	end
	for line in text:gmatch("[^\n]+") do
		self:send("PRIVMSG", target, line);
	end
end

----------------------------------------------------------------------
-- Hooks: called from the highest priority down, until one returns true

function bot_methods:hook(event, handler, priority, plugin_name)
	local handlers = self.hooks[event] or {};
	self.hooks[event] = handlers;
	table_insert(handlers, { handler = handler, priority = priority or 0, plugin_name = plugin_name });
	table.sort(handlers, function (first, second) return first.priority > second.priority; end);
end

function bot_methods:fire(event, data)
	for _, entry in ipairs(self.hooks[event] or {}) do
		local success, result = pcall(entry.handler, data, self);
		if not success then
			self.log("error", "plugin '%s' failed on '%s': %s", entry.plugin_name or "?", event, tostring(result));
		elseif result == true then
			return true;
		end
	end
	return false;
end

function bot_methods:load_plugin(plugin)
	for command_name in pairs(plugin.commands or {}) do
		if self.commands[command_name] then
			return nil, "command '" .. command_name .. "' belongs to plugin '" .. self.commands[command_name].plugin_name .. "'";
		end
	end
	self.plugins[plugin.name] = plugin;
	for command_name, command in pairs(plugin.commands or {}) do
		if type(command) == "function" then
			command = { run = command };
		end
		self.commands[command_name] = {
			run = command.run;
			help = command.help;
			owner_only = command.owner_only;
			plugin_name = plugin.name;
		};
	end
	for event, handler in pairs(plugin.hooks or {}) do
		self:hook(event, handler, plugin.priority, plugin.name);
	end
	return true;
end

function bot_methods:unload_plugin(plugin_name)
	if not self.plugins[plugin_name] then
		return nil, "plugin '" .. plugin_name .. "' is not loaded";
	end
	self.plugins[plugin_name] = nil;
	for command_name, command in pairs(self.commands) do
		if command.plugin_name == plugin_name then
			self.commands[command_name] = nil;
		end
	end
	for _, handlers in pairs(self.hooks) do
		for index = #handlers, 1, -1 do
			if handlers[index].plugin_name == plugin_name then
				table.remove(handlers, index);
			end
		end
	end
	return true;
end

----------------------------------------------------------------------
-- Events

--- Takes a line from the server.
function bot_methods:receive(line)
	local message, problem = chatbot.parse_line(line);
	if not message then
		return nil, problem;
	end
	return self:fire("irc/" .. message.command:lower(), message);
end

local function split_words(text)
	local words = {};
	for word in text:gmatch("%S+") do
		table_insert(words, word);
	end
	return words;
end

function bot_methods:_run_command(command_name, event)
	local command = self.commands[command_name];
	if not command then
		return false;
	end
	if command.owner_only and event.sender ~= self.owner then
		event:reply("Sorry, only my owner may do that.");
		return true;
	end
	local success, reply, problem = pcall(command.run, event, self);
	if not success then
		self.log("error", "command '%s' failed: %s", command_name, tostring(reply));
		event:reply("Something went wrong, sorry.");
	elseif reply then
		event:reply(tostring(reply));
	elseif problem then
		event:reply("Error: " .. tostring(problem));
	end
	return true;
end

local event_methods = {};
local event_mt = { __index = event_methods };

function event_methods:reply(text)
	if self.is_private then
		return self.bot:say(self.sender, text);
	end
	return self.bot:say(self.channel, "%s: %s", self.sender, text);
end

chatbot.core_plugin = {
	name = "core";
	priority = 100;
	hooks = {
		["irc/ping"] = function (message, bot)
			bot:send("PONG", message.parameters[1]);
			return true;
		end;

		["irc/001"] = function (message, bot)
			bot.nick = message.parameters[1] or bot.nick;
			for _, channel_name in ipairs(bot.wanted_channels) do
				bot:send("JOIN", channel_name);
			end
		end;

		-- the nick is taken: try another
		["irc/433"] = function (_, bot)
			bot.nick = bot.nick .. "_";
			bot:send("NICK", bot.nick);
		end;

		["irc/join"] = function (message, bot)
			local channel_name = message.parameters[1];
			if message.nick == bot.nick then
				bot.channels[channel_name] = { users = {} };
			end
			local channel = bot.channels[channel_name];
			if channel then
				channel.users[message.nick] = true;
			end
		end;

		["irc/privmsg"] = function (message, bot)
			local target, text = message.parameters[1], message.parameters[2] or "";
			local event = setmetatable({
				bot = bot;
				sender = message.nick;
				channel = target;
				is_private = target == bot.nick;
				text = text;
			}, event_mt);
			local command_text;
			if text:sub(1, #bot.command_prefix) == bot.command_prefix then
				command_text = text:sub(#bot.command_prefix + 1);
			elseif text:lower():find(bot.nick:lower(), 1, true) == 1 then
				command_text = text:sub(#bot.nick + 1):match("^[:,]%s*(.*)$");
			elseif event.is_private then
				command_text = text;
			end
			if command_text then
				local command_name, argument_text = command_text:match("^(%S+)%s*(.-)%s*$");
				event.argument_text = argument_text or "";
				event.arguments = split_words(event.argument_text);
				if command_name and bot:_run_command(command_name:lower(), event) then
					return true;
				end
			end
			return bot:fire("message", event);
		end;
	};
	commands = {
		help = {
			help = "help [COMMAND]: what I can do";
			run = function (event, bot)
				local command = bot.commands[event.arguments[1] or ""];
				if command then
					return command.help or "There is no help for this command.";
				end
				local command_names = {};
				for command_name in pairs(bot.commands) do
					table_insert(command_names, command_name);
				end
				table.sort(command_names);
				return "I know: " .. table_concat(command_names, ", ");
			end;
		};
		say = {
			help = "say TARGET TEXT: speak through me";
			owner_only = true;
			run = function (event, bot)
				local target, text = event.argument_text:match("^(%S+)%s+(.+)$");
				if not target then
					return nil, "whom should I say what?";
				end
				bot:say(target, text);
				return "done";
			end;
		};
	};
};

----------------------------------------------------------------------
-- A plugin

--- Remembers facts: "!learn lua is a language", "!what lua".
function chatbot.new_facts_plugin(facts)
	facts = facts or {};
	return {
		name = "facts";
		commands = {
			learn = {
				help = "learn NAME is TEXT";
				run = function (event)
					local name, text = event.argument_text:match("^(.-)%s+is%s+(.+)$");
					if not name then
						return nil, "say it as: learn NAME is TEXT";
					end
					facts[name:lower()] = text;
					return string_format("Now I know what %s is.", name);
				end;
			};
			what = function (event)
				local text = facts[event.argument_text:lower()];
				return text and event.argument_text .. " is " .. text or "I have never heard of that.";
			end;
		};
	};
end

if not ... then
	local output, problems = {}, {};
	local bot = chatbot.new {
		nick = "robot", channels = { "#lua" }, owner = "ann";
		send = function (line) table_insert(output, (line:gsub("\r\n", ""))); end;
		log = function (level, ...) if level == "error" then table_insert(problems, string_format(...)); end end;
	};
	assert(bot:load_plugin(chatbot.new_facts_plugin()));
	assert(not bot:load_plugin { name = "thief", commands = { help = print } });
	bot:connect();
	bot:receive(":server 433 * robot :Nickname is already in use\r\n");
	bot:receive(":server 001 robot_ :Welcome\r\n");
	bot:receive(":robot_!r@host JOIN #lua");
	bot:receive("PING :abc def");
	assert(table_concat(output, "|") == "NICK robot|USER robot 0 * :A bot in Lua|NICK robot_|JOIN #lua|PONG :abc def",
		table_concat(output, "|"));
	local function say(nick, text, expected)
		bot:receive(string_format(":%s!u@h PRIVMSG #lua :%s", nick, text));
		assert(output[#output] == expected, output[#output]);
	end
	say("bob", "!learn Lua is a language", "PRIVMSG #lua :bob: Now I know what Lua is.");
	say("bob", "Robot_: what lua", "PRIVMSG #lua :bob: lua is a language");
	say("bob", "!learn nonsense", "PRIVMSG #lua :bob: Error: say it as: learn NAME is TEXT");
	say("bob", "!say #lua hi", "PRIVMSG #lua :bob: Sorry, only my owner may do that.");
	say("bob", "!help", "PRIVMSG #lua :bob: I know: help, learn, say, what");
	bot:receive(":ann!u@h PRIVMSG robot_ :say bob go\nQUIT now");
	assert(output[#output - 1] == "PRIVMSG bob :QUIT now" and output[#output] == "PRIVMSG ann done");
	bot:hook("message", function () error("oops", 0); end, 0, "bad");
	bot:receive(":bob!u@h PRIVMSG #lua :x");
	assert(problems[1] == "plugin 'bad' failed on 'message': oops", problems[1]);
	assert(bot:unload_plugin("facts") and not bot.commands.what);
	assert(#chatbot.format_line("X", ("é"):rep(400)) == 510);
	print("chatbot", #output);
end

return chatbot;
