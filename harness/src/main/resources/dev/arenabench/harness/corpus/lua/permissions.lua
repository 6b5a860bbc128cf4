--- Roles and permissions, read from a text that people can keep in order.
--
-- A role has permissions and includes other roles. A permission is a dotted name
-- such as `room.write`; `room.*` stands for all that begin with `room.`, and a
-- minus in front takes one away again. The last rule that matches wins, rules of
-- the role itself after those of the roles that it includes.
--
--     [member]
--     include guest
--     allow room.write account.edit
--     deny  room.write.announcements
--
-- @module permissions

local permissions = {};

local setmetatable, ipairs, pairs, type, error = setmetatable, ipairs, pairs, type, error;
local table_insert, table_concat, table_sort = table.insert, table.concat, table.sort;
local string_format = string.format;

local registry_methods = {};
local registry_mt = { __index = registry_methods };

local function new_registry()
	return setmetatable({ roles = {}, role_order = {}, cache = {}, listeners = {} }, registry_mt);
end

permissions.new = new_registry;

--- Whether a rule's pattern covers a permission.
local function matches(pattern, permission)
	if pattern == "*" or pattern == permission then
		return true;
	end
	local prefix = pattern:match("^(.+%.)%*$");
	return prefix ~= nil and permission:sub(1, #prefix) == prefix;
end

permissions.matches = matches;

local function is_valid_pattern(pattern)
	return pattern == "*" or pattern:find("^%l[%l%d_]*[%l%d_%.]*%.?%*?$") ~= nil and not pattern:find("..", 1, true);
end

----------------------------------------------------------------------
-- Definition

function registry_methods:define(role_name, description)
	if self.roles[role_name] then
		error("role '" .. role_name .. "' is defined already", 2);
	end
	self.roles[role_name] = { name = role_name, description = description, includes = {}, rules = {} };
	table_insert(self.role_order, role_name);
	self.cache = {};
	return self;
end

function registry_methods:_role(role_name, level)
	local role = self.roles[role_name];
	if not role then
		error("there is no role '" .. tostring(role_name) .. "'", (level or 1) + 1);
	end
	return role;
end

local function add_rules(registry, role_name, effect, patterns)
	local role = registry:_role(role_name, 3);
	for _, pattern in ipairs(patterns) do
		if not is_valid_pattern(pattern) then
			error("'" .. pattern .. "' is not a permission", 3);
		end
		table_insert(role.rules, { effect = effect, pattern = pattern });
	end
	registry.cache = {};
	return registry;
end

function registry_methods:allow(role_name, ...)
	return add_rules(self, role_name, "allow", { ... });
end

function registry_methods:deny(role_name, ...)
	return add_rules(self, role_name, "deny", { ... });
end

--- Makes a role include another; a circle is refused.
function registry_methods:include(role_name, included_name)
	local role = self:_role(role_name, 2);
	local function reaches(from_name, target_name)
		if from_name == target_name then
			return true;
		end
		for _, next_name in ipairs(self:_role(from_name).includes) do
			if reaches(next_name, target_name) then
				return true;
			end
		end
		return false;
	end
	if reaches(included_name, role_name) then
		error(string_format("role '%s' cannot include '%s': that would be a circle", role_name, included_name), 2);
	end
	table_insert(role.includes, included_name);
	self.cache = {};
	return self;
end

----------------------------------------------------------------------
-- Text

local commands = {};

function commands.include(registry, role_name, words)
	for _, included_name in ipairs(words) do
		registry:include(role_name, included_name);
	end
end

function commands.allow(registry, role_name, words)
	registry:allow(role_name, table.unpack(words));
end

function commands.deny(registry, role_name, words)
	registry:deny(role_name, table.unpack(words));
end

function commands.describe(registry, role_name, words)
	registry.roles[role_name].description = table_concat(words, " ");
end

--- Reads roles from a text. Roles can be included before they are defined.
-- @return a registry, or nil and a message with the number of the line
function permissions.parse(text)
	local registry, pending_commands = new_registry(), {};
	local current_role, line_number = nil, 0;
	for line in (text .. "\n"):gmatch("(.-)\r?\n") do
		line_number = line_number + 1;
		line = line:gsub("#.*$", "");
		local role_name = line:match("^%s*%[%s*([%w_%-]+)%s*%]%s*$");
		if role_name then
			if registry.roles[role_name] then
				return nil, string_format("line %d: role '%s' is defined twice", line_number, role_name);
			end
			registry:define(role_name);
			current_role = role_name;
		elseif line:find("%S") then
			local command_name, rest = line:match("^%s*(%a+)%s*(.-)%s*$");
			if not command_name or not commands[command_name] then
				return nil, string_format("line %d: expected include, allow, deny or describe", line_number);
			elseif not current_role then
				return nil, string_format("line %d: '%s' stands in front of any role", line_number, command_name);
			end
			local words = {};
			for word in rest:gmatch("%S+") do
				table_insert(words, word);
			end
			table_insert(pending_commands, {
				run = commands[command_name], role_name = current_role, words = words, line_number = line_number,
			});
		end
	end
	for _, command in ipairs(pending_commands) do
		local success, message = pcall(command.run, registry, command.role_name, command.words);
		if not success then
			message = message:gsub("^[^:]*:%d+: ", "");
			return nil, string_format("line %d: %s", command.line_number, message);
		end
	end
	return registry;
end

--- The text of a registry, as `parse` reads it.
function registry_methods:__tostring()
	local lines = {};
	for _, role_name in ipairs(self.role_order) do
		local role = self.roles[role_name];
		table_insert(lines, "[" .. role_name .. "]");
		if role.description then
			table_insert(lines, "describe " .. role.description);
		end
		if #role.includes > 0 then
			table_insert(lines, "include " .. table_concat(role.includes, " "));
		end
		for _, rule in ipairs(role.rules) do
			table_insert(lines, rule.effect .. " " .. rule.pattern);
		end
		table_insert(lines, "");
	end
	return table_concat(lines, "\n");
end

registry_mt.__tostring = registry_methods.__tostring;

----------------------------------------------------------------------
-- Questions

function registry_methods:_decide(role_name, permission)
	local role = self.roles[role_name];
	if not role then
		return nil;
	end
	local decision;
	for _, included_name in ipairs(role.includes) do
		decision = self:_decide(included_name, permission) or decision;
	end
	for _, rule in ipairs(role.rules) do
		if matches(rule.pattern, permission) then
			decision = { allowed = rule.effect == "allow", role_name = role_name, pattern = rule.pattern };
		end
	end
	return decision;
end

--- Whether a role may do something, and why.
function registry_methods:may(role_name, permission)
	local cache_key = role_name .. " " .. permission;
	local decision = self.cache[cache_key];
	if decision == nil then
		decision = self:_decide(role_name, permission) or { allowed = false };
		self.cache[cache_key] = decision;
	end
	return decision.allowed, decision;
end

function registry_methods:explain(role_name, permission)
	local allowed, decision = self:may(role_name, permission);
	if not decision.role_name then
		return string_format("'%s' may not '%s': no rule matches", role_name, permission);
	end
	return string_format("'%s' %s '%s': rule '%s' of role '%s'", role_name, allowed and "may" or "may not", permission,
		decision.pattern, decision.role_name);
end

--- All roles that may do something, sorted.
function registry_methods:roles_that_may(permission)
	local role_names = {};
	for role_name in pairs(self.roles) do
		if self:may(role_name, permission) then
			table_insert(role_names, role_name);
		end
	end
	table_sort(role_names);
	return role_names;
end

----------------------------------------------------------------------
-- Guards: functions that ask first

--- Wraps a table of functions. Each gets the actor as its first argument; the
--- permission is the prefix and the function's name, unless `names` has one.
function registry_methods:guard(prefix, functions, names)
	local guarded_functions = {};
	for function_name, original_function in pairs(functions) do
		local permission = names and names[function_name] or prefix .. "." .. function_name;
		guarded_functions[function_name] = function (actor, ...)
			local role_name = type(actor) == "table" and actor.role or "guest";
			if not self:may(role_name, permission) then
				for _, listener in ipairs(self.listeners) do
					listener(actor, permission);
				end
				return nil, "forbidden", "You need the permission '" .. permission .. "' for this.";
			end
			return original_function(actor, ...);
		end
	end
	return guarded_functions;
end

--- Calls a function whenever a guard turns somebody away.
function registry_methods:on_refusal(listener)
	table_insert(self.listeners, listener);
	return self;
end

if not ... then
	local registry = assert(permissions.parse([[
# who may do what
[admin]
include moderator
allow *
[moderator]
describe Keeps the peace
include member
allow room.*
[member]
include guest
allow room.write account.edit
deny room.write.announcements
[guest]
allow room.read
]]));
	assert(registry:may("guest", "room.read") and not registry:may("guest", "room.write"));
	assert(registry:may("member", "room.read") and not registry:may("member", "room.write.announcements"));
	assert(registry:may("moderator", "room.write.announcements") and not registry:may("moderator", "server.stop"));
	assert(registry:may("admin", "server.stop") and not registry:may("nobody", "room.read"));
	assert(registry:explain("member", "room.read") == "'member' may 'room.read': rule 'room.read' of role 'guest'");
	assert(table_concat(registry:roles_that_may("account.edit"), " ") == "admin member moderator");
	assert(tostring(assert(permissions.parse(tostring(registry)))) == tostring(registry));

	local function fails(text, expected)
		local nothing, message = permissions.parse(text);
		assert(not nothing and message:find(expected, 1, true), tostring(message));
	end
	fails("allow x", "line 1: 'allow' stands in front of any role");
	fails("[a]\nforbid x", "line 2: expected include, allow, deny or describe");
	fails("[a]\ninclude b\n[b]\ninclude a", "line 4: role 'b' cannot include 'a': that would be a circle");
	fails("[a]\ninclude c", "line 2: there is no role 'c'");
	fails("[a]\nallow Room..x", "'Room..x' is not a permission");
	fails("[a]\n[a]", "defined twice");

	local refused = {};
	registry:on_refusal(function (actor, permission) table_insert(refused, actor.name .. " " .. permission); end);
	local room = registry:guard("room", {
		read = function (_, index) return "message " .. index; end;
		write = function (actor, text) return actor.name .. ": " .. text; end;
	});
	local ann, bob = { name = "ann", role = "member" }, { name = "bob", role = "guest" };
	assert(room.write(ann, "hi") == "ann: hi" and room.read(bob, 3) == "message 3");
	assert(select(2, room.write(bob, "hi")) == "forbidden" and refused[1] == "bob room.write");
	registry:allow("guest", "room.write");
	assert(room.write(bob, "hello") == "bob: hello");
	print("permissions", #refused);
end

return permissions;
