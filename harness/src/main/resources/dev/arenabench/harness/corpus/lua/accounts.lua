-- User accounts: registration, passwords, sessions, resets.
--
-- Storage, clock and random source are passed in, so that the service can be
-- tested without waiting and without a database. Every operation gives its
-- result, or nil and a condition (a short word that programs can compare) and a
-- text (a sentence that people can read).

local accounts = {};

local setmetatable, type, pairs, ipairs = setmetatable, type, pairs, ipairs;
local string_format = string.format;
local table_insert, table_concat, table_sort = table.insert, table.concat, table.sort;

local SESSION_LIFETIME_SECONDS <const> = 30 * 24 * 3600;
local RESET_LIFETIME_SECONDS <const> = 3600;
local LOCKOUT_SECONDS <const> = 15 * 60;
local MAX_FAILED_LOGINS <const> = 5;

local reserved_names = {
	admin = true; root = true; postmaster = true; abuse = true; system = true; anonymous = true;
};

----------------------------------------------------------------------
-- Storage in memory. Another one needs get(), set() and each() only.

local memory_store_methods = {};
local memory_store_mt = { __index = memory_store_methods };

function accounts.new_memory_store()
	return setmetatable({ records = {} }, memory_store_mt);
end

function memory_store_methods:get(key)
	return self.records[key];
end

function memory_store_methods:set(key, value)
	self.records[key] = value;
	return true;
end

function memory_store_methods:each(prefix)
	local keys = {};
	for key in pairs(self.records) do
		if key:sub(1, #prefix) == prefix then
			table_insert(keys, key);
		end
	end
	table_sort(keys);
	local index = 0;
	return function ()
		index = index + 1;
		local key = keys[index];
		if key then
			return key:sub(#prefix + 1), self.records[key];
		end
	end
end

----------------------------------------------------------------------
-- Validation

local function prepare_username(username)
	if type(username) ~= "string" then
		return nil, "bad-request", "The user name must be a text.";
	end
	username = username:lower():match("^%s*(.-)%s*$");
	if #username < 3 then
		return nil, "bad-request", "The user name must have at least three characters.";
	elseif #username > 32 then
		return nil, "bad-request", "The user name must not have more than 32 characters.";
	elseif not username:find("^[%l%d][%l%d%.%-_]*$") then
		return nil, "bad-request", "The user name contains characters that are not allowed.";
	end
	return username;
end

local common_passwords = {
	["password"] = true; ["12345678"] = true; ["qwertyuiop"] = true; ["letmein1"] = true;
};

local function check_password(password)
	if type(password) ~= "string" or #password < 8 then
		return nil, "weak-password", "The password must have at least eight characters.";
	elseif common_passwords[password:lower()] then
		return nil, "weak-password", "This password is used too often.";
	end
	return true;
end

-- Stands for a real key derivation function, which the caller should pass in.
local function default_hash(password, salt)
	local state = 0x811C9DC5;
	for _ = 1, 64 do
		for position = 1, #salt + #password do
			local byte = (salt .. password):byte(position);
			state = ((state ~ byte) * 0x01000193) & 0xFFFFFFFF;
		end
	end
	return string_format("%08x", state);
end

-- Takes the same time wherever two texts differ.
local function equal_in_constant_time(first, second)
	if #first ~= #second then
		return false;
	end
	local difference = 0;
	for position = 1, #first do
		difference = difference | (first:byte(position) ~ second:byte(position));
	end
	return difference == 0;
end

----------------------------------------------------------------------
-- The service

local service_methods = {};
local service_mt = { __index = service_methods };

--- Creates the service.
-- @param options `store`, `now`, `random_token`, `hash_password`, `log`
function accounts.new_service(options)
	local token_count = 0;
	return setmetatable({
		store = options.store or accounts.new_memory_store();
		now = options.now or os.time;
		hash_password = options.hash_password or default_hash;
		log = options.log or function () end;
		random_token = options.random_token or function ()
			token_count = token_count + 1;
			return string_format("token-%06d", token_count);
		end;
	}, service_mt);
end

function service_methods:_load(username)
	local prepared_name, condition, text = prepare_username(username);
	if not prepared_name then
		return nil, condition, text;
	end
	local user = self.store:get("user:" .. prepared_name);
	if not user then
		return nil, "item-not-found", "There is no user of this name.";
	end
	return user;
end

function service_methods:_save(user)
	user.updated_at = self.now();
	return self.store:set("user:" .. user.username, user);
end

function service_methods:register(username, password, email)
	local prepared_name, condition, text = prepare_username(username);
	if not prepared_name then
		return nil, condition, text;
	end
	if reserved_names[prepared_name] then
		return nil, "not-allowed", "This user name is reserved.";
	elseif self.store:get("user:" .. prepared_name) then
		return nil, "conflict", "This user name is taken.";
	elseif email and not email:find("^[^@%s]+@[^@%s]+%.[^@%s]+$") then
		return nil, "bad-request", "The e-mail address is not valid.";
	end
	local password_ok, password_condition, password_text = check_password(password);
	if not password_ok then
		return nil, password_condition, password_text;
	end
	local salt = self.random_token();
	local user = {
		username = prepared_name;
		email = email;
		salt = salt;
		password_hash = self.hash_password(password, salt);
		failed_logins = 0;
		created_at = self.now();
	};
	self:_save(user);
	self.log("info", "registered user '%s'", prepared_name);
	return user;
end

function service_methods:login(username, password)
	local user = self:_load(username);
	if not user then
		-- a stranger learns nothing about which names exist
		self.hash_password(tostring(password), "no such user");
		return nil, "not-authorized", "The user name or the password is wrong.";
	end
	if user.disabled then
		return nil, "account-disabled", user.disabled_reason or "This account is disabled.";
	end
	if user.locked_until and user.locked_until > self.now() then
		return nil, "policy-violation", "Too many failed attempts; try again later.";
	end
	local hash = self.hash_password(tostring(password), user.salt);
	if not equal_in_constant_time(hash, user.password_hash) then
		user.failed_logins = user.failed_logins + 1;
		if user.failed_logins >= MAX_FAILED_LOGINS then
			user.locked_until = self.now() + LOCKOUT_SECONDS;
			user.failed_logins = 0;
			self.log("warn", "locked user '%s' after too many failed logins", user.username);
		end
		self:_save(user);
		return nil, "not-authorized", "The user name or the password is wrong.";
	end
	user.failed_logins, user.locked_until = 0, nil;
	user.last_login_at = self.now();
	self:_save(user);
	local session = {
		token = self.random_token();
		username = user.username;
		expires_at = self.now() + SESSION_LIFETIME_SECONDS;
	};
	self.store:set("session:" .. session.token, session);
	return session;
end

--- The user that a session belongs to.
function service_methods:authenticate(token)
	local session = token and self.store:get("session:" .. token);
	if not session then
		return nil, "not-authorized", "There is no such session.";
	elseif session.expires_at <= self.now() then
		self.store:set("session:" .. token, nil);
		return nil, "not-authorized", "The session has expired.";
	end
	return self:_load(session.username);
end

function service_methods:logout(token)
	return self.store:set("session:" .. token, nil);
end

function service_methods:_end_sessions(username, except_token)
	local ended_count = 0;
	for token, session in self.store:each("session:") do
		if session.username == username and token ~= except_token then
			self.store:set("session:" .. token, nil);
			ended_count = ended_count + 1;
		end
	end
	return ended_count;
end

function service_methods:_set_password(user, new_password)
	local password_ok, condition, text = check_password(new_password);
	if not password_ok then
		return nil, condition, text;
	end
	user.salt = self.random_token();
	user.password_hash = self.hash_password(new_password, user.salt);
	return self:_save(user);
end

function service_methods:change_password(token, old_password, new_password)
	local user, condition, text = self:authenticate(token);
	if not user then
		return nil, condition, text;
	end
	if not equal_in_constant_time(self.hash_password(old_password, user.salt), user.password_hash) then
		return nil, "not-authorized", "The old password is wrong.";
	end
	local changed, change_condition, change_text = self:_set_password(user, new_password);
	if not changed then
		return nil, change_condition, change_text;
	end
	return self:_end_sessions(user.username, token);
end

--- Starts a password reset: gives the token that is to be sent by mail.
function service_methods:request_reset(username)
	local user, condition, text = self:_load(username);
	if not user then
		return nil, condition, text;
	elseif not user.email then
		return nil, "not-acceptable", "This user has no e-mail address.";
	end
	local reset_token = self.random_token();
	self.store:set("reset:" .. reset_token, {
		username = user.username;
		expires_at = self.now() + RESET_LIFETIME_SECONDS;
	});
	return reset_token, user.email;
end

function service_methods:complete_reset(reset_token, new_password)
	local reset = self.store:get("reset:" .. reset_token);
	if not reset or reset.expires_at <= self.now() then
		return nil, "item-not-found", "This link is not valid any more.";
	end
	local user, condition, text = self:_load(reset.username);
	if not user then
		return nil, condition, text;
	end
	local changed, change_condition, change_text = self:_set_password(user, new_password);
	if not changed then
		return nil, change_condition, change_text;
	end
	self.store:set("reset:" .. reset_token, nil);
	self:_end_sessions(user.username);
	return true;
end

--- Closes an account; its sessions end.
function service_methods:disable(username, reason)
	local user, condition, text = self:_load(username);
	if not user then
		return nil, condition, text;
	end
	user.disabled, user.disabled_reason = true, reason;
	self:_save(user);
	return self:_end_sessions(user.username);
end

if not ... then
	local now, log_lines = 1000, {};
	local service = accounts.new_service {
		now = function () return now; end;
		log = function (level, message, ...) table_insert(log_lines, level .. ": " .. message:format(...)); end;
	};
	local function expect(condition, result, actual_condition, text)
		assert(result == nil and actual_condition == condition, text or actual_condition);
	end
	assert(service:register(" Ann ", "correct horse", "ann@example.org"));
	assert(service:register("bob", "battery staple"));
	expect("conflict", service:register("ANN", "something else"));
	expect("not-allowed", service:register("root", "something else"));
	expect("bad-request", service:register("d@ve", "something else"));
	expect("not-authorized", service:login("nobody", "x"));
	local session = assert(service:login("ann", "correct horse"));
	assert(service:authenticate(session.token).username == "ann");
	for _ = 1, MAX_FAILED_LOGINS do
		expect("not-authorized", service:login("bob", "wrong"));
	end
	expect("policy-violation", service:login("bob", "battery staple"));
	now = now + LOCKOUT_SECONDS;
	assert(service:login("bob", "battery staple"));
	assert(service:disable("bob", "spam") == 1);
	expect("account-disabled", service:login("bob", "battery staple"));
	local reset_token = assert(service:request_reset("ann"));
	assert(service:complete_reset(reset_token, "new password 1"));
	expect("not-authorized", service:authenticate(session.token));
	expect("item-not-found", service:complete_reset(reset_token, "new password 2"));
	assert(#log_lines == 3 and log_lines[3]:find("locked user 'bob'", 1, true), table_concat(log_lines, "\n"));
	print("accounts", #log_lines);
end

return accounts;
