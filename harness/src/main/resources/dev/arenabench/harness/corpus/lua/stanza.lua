-- XML trees for messages: building, changing, searching and writing.
--
-- A stanza is a table with a name, attributes, and a list of children: texts and
-- stanzas in the order of the document, and in `tags` the stanzas alone. A
-- builder has a cursor, so that a tree can be written down as it will look:
--
--   stanza.new("message", { to = "romeo@example.net" })
--     :tag("body"):text("Good night!"):up()
--     :tag("active", { xmlns = "urn:example:state" })

local stanza = {};

local t_insert, t_remove, t_concat = table.insert, table.remove, table.concat;
local s_match, s_gsub, s_find, s_sub = string.match, string.gsub, string.find, string.sub;
local setmetatable, getmetatable, type, tostring = setmetatable, getmetatable, type, tostring;
local pairs, ipairs, error, assert = pairs, ipairs, error, assert;

local stanza_mt = { __type = "stanza" };
stanza_mt.__index = stanza_mt;

local xml_entities = {
	["'"] = "&apos;", ["\""] = "&quot;",
	["<"] = "&lt;", [">"] = "&gt;", ["&"] = "&amp;",
};

local function xml_escape(text)
	return (s_gsub(text, "['&<>\"]", xml_entities));
end

stanza.xml_escape = xml_escape;

local function check_name(name, name_type)
	if type(name) ~= "string" then
		error("invalid " .. name_type .. " name: expected a string, got " .. type(name), 3);
	elseif #name == 0 then
		error("invalid " .. name_type .. " name: empty string", 3);
	elseif s_find(name, "[<>& '\"]") then
		error("invalid " .. name_type .. " name: contains invalid characters", 3);
	elseif not utf8.len(name) then
		error("invalid " .. name_type .. " name: contains invalid UTF-8", 3);
	end
	return name;
end

local function check_text(text, text_type)
	if type(text) ~= "string" then
		error("invalid " .. text_type .. ": expected a string, got " .. type(text), 3);
	elseif s_find(text, "[\0-\8\11\12\14-\31]") then
		error("invalid " .. text_type .. ": contains control characters", 3);
	end
	return text;
end

local function new_stanza(name, attributes)
	check_name(name, "tag");
	for attribute_name, value in pairs(attributes or {}) do
		check_name(attribute_name, "attribute");
		check_text(value, "attribute value");
	end
	return setmetatable({ name = name, attr = attributes or {}, tags = {} }, stanza_mt);
end

stanza.new = new_stanza;

function stanza.is_stanza(value)
	return getmetatable(value) == stanza_mt;
end

----------------------------------------------------------------------
-- Building

--- Adds a child to the element at the cursor and moves the cursor into it.
function stanza_mt:tag(name, attributes)
	local child = new_stanza(name, attributes);
	local cursor = self.cursor or {};
	self.cursor = cursor;
	(cursor[#cursor] or self):add_direct_child(child);
	t_insert(cursor, child);
	return self;
end

--- Adds a text to the element at the cursor.
function stanza_mt:text(text)
	if text ~= nil and text ~= "" then
		local cursor = self.cursor;
		(cursor and cursor[#cursor] or self):add_direct_child(text);
	end
	return self;
end

--- Adds an element that holds nothing but a text.
function stanza_mt:text_tag(name, text, attributes)
	return self:tag(name, attributes):text(text):up();
end

--- Moves the cursor to the parent.
function stanza_mt:up()
	local cursor = self.cursor;
	if cursor then
		t_remove(cursor);
	end
	return self;
end

function stanza_mt:top_tag()
	local cursor = self.cursor;
	return cursor and cursor[#cursor] or self;
end

function stanza_mt:reset()
	self.cursor = nil;
	return self;
end

function stanza_mt:add_direct_child(child)
	if stanza.is_stanza(child) then
		t_insert(self.tags, child);
		t_insert(self, child);
	else
		t_insert(self, check_text(child, "text"));
	end
	return self;
end

--- Adds a whole stanza at the cursor.
function stanza_mt:add_child(child)
	self:top_tag():add_direct_child(child);
	return self;
end

----------------------------------------------------------------------
-- Searching

--- The first child element of a name and namespace; nil matches any.
function stanza_mt:get_child(name, xmlns)
	for _, child in ipairs(self.tags) do
		local child_xmlns = child.attr.xmlns or self.attr.xmlns;
		if (not name or child.name == name) and (not xmlns or child_xmlns == xmlns) then
			return child;
		end
	end
	return nil;
end

function stanza_mt:get_child_text(name, xmlns)
	local child = self:get_child(name, xmlns);
	if child then
		return child:get_text();
	end
	return nil;
end

function stanza_mt:get_text()
	local texts = {};
	for _, child in ipairs(self) do
		if type(child) == "string" then
			t_insert(texts, child);
		end
	end
	return t_concat(texts);
end

--- Iterates over child elements of a name and namespace.
function stanza_mt:childtags(name, xmlns)
	local tags, index = self.tags, 0;
	return function ()
		for position = index + 1, #tags do
			local child = tags[position];
			local child_xmlns = child.attr.xmlns or self.attr.xmlns;
			if (not name or child.name == name) and (not xmlns or child_xmlns == xmlns) then
				index = position;
				return child;
			end
		end
		index = #tags;
	end
end

--- Follows a path: "query/item@name" is an attribute, "body#" a text, and
--- "{urn:example}x" names a namespace.
function stanza_mt:find(path)
	local position, current = 1, self;
	repeat
		local xmlns, name, separator, next_position;
		if s_sub(path, position, position) == "@" then
			return current.attr[s_sub(path, position + 1)];
		end
		if s_sub(path, position, position) == "{" then
			xmlns, position = s_match(path, "^{([^}]*)}()", position);
		end
		name, separator, next_position = s_match(path, "^([^@/#]*)([/#]?)()", position);
		if name == "" then
			name = nil;
		end
		if separator == "#" then
			return current:get_child_text(name, xmlns);
		end
		current = current:get_child(name, xmlns);
		if not current then
			return nil;
		end
		position = next_position;
	until position > #path;
	return current;
end

----------------------------------------------------------------------
-- Changing

--- Calls a function for each child element: what it returns takes the place of
--- the child, and nil removes it.
function stanza_mt:maptags(callback)
	local tags, position = {}, 1;
	while self[position] ~= nil do
		local child = self[position];
		if stanza.is_stanza(child) then
			local replacement = callback(child);
			if replacement then
				self[position] = replacement;
				t_insert(tags, replacement);
				position = position + 1;
			else
				t_remove(self, position);
			end
		else
			position = position + 1;
		end
	end
	self.tags = tags;
	return self;
end

function stanza_mt:remove_children(name, xmlns)
	xmlns = xmlns or self.attr.xmlns;
	return self:maptags(function (child)
		local child_xmlns = child.attr.xmlns or self.attr.xmlns;
		if (not name or child.name == name) and (not xmlns or child_xmlns == xmlns) then
			return nil;
		end
		return child;
	end);
end

--- A deep copy; the cursor is not copied.
function stanza.clone(original)
	if not stanza.is_stanza(original) then
		error("bad argument to clone: expected stanza, got " .. type(original), 2);
	end
	local attributes = {};
	for name, value in pairs(original.attr) do
		attributes[name] = value;
	end
	local copy = setmetatable({ name = original.name, attr = attributes, tags = {} }, stanza_mt);
	for _, child in ipairs(original) do
		copy:add_direct_child(type(child) == "table" and stanza.clone(child) or child);
	end
	return copy;
end

----------------------------------------------------------------------
-- Writing

local function sorted_names(attributes)
	local names = {};
	for name in pairs(attributes) do
		t_insert(names, name);
	end
	table.sort(names);
	return names;
end

local function write(element, buffer, indent, depth)
	local line_start = indent and "\n" .. indent:rep(depth) or "";
	t_insert(buffer, (depth > 0 and line_start or "") .. "<" .. element.name);
	for _, name in ipairs(sorted_names(element.attr)) do
		t_insert(buffer, " " .. name .. "='" .. xml_escape(element.attr[name]) .. "'");
	end
	if #element == 0 then
		t_insert(buffer, "/>");
		return;
	end
	t_insert(buffer, ">");
	local only_tags = #element.tags == #element;
	for _, child in ipairs(element) do
		if type(child) == "string" then
			t_insert(buffer, xml_escape(child));
		else
			write(child, buffer, only_tags and indent or nil, depth + 1);
		end
	end
	t_insert(buffer, (only_tags and line_start or "") .. "</" .. element.name .. ">");
end

function stanza_mt:__tostring()
	local buffer = {};
	write(self, buffer, nil, 0);
	return t_concat(buffer);
end

--- The start tag alone, for logs.
function stanza_mt:top_line()
	local shallow = setmetatable({ name = self.name, attr = self.attr, tags = {} }, stanza_mt);
	return (s_gsub(tostring(shallow), "/>$", ">"));
end

function stanza_mt:indent()
	local buffer = {};
	write(self, buffer, "  ", 0);
	return t_concat(buffer);
end

stanza_mt.__eq = function (first, second)
	return tostring(first) == tostring(second);
end

----------------------------------------------------------------------
-- Messages

function stanza.message(attributes, body)
	local message = new_stanza("message", attributes);
	if body then
		message:text_tag("body", body);
	end
	return message;
end

function stanza.reply(original)
	return new_stanza(original.name, {
		to = original.attr.from, from = original.attr.to, id = original.attr.id;
		type = original.name == "iq" and "result" or original.attr.type;
	});
end

function stanza.error_reply(original, error_type, condition, text)
	local reply = stanza.reply(original);
	reply.attr.type = "error";
	reply:tag("error", { type = error_type }):tag(condition, { xmlns = "urn:example:errors" }):up();
	if text then
		reply:text_tag("text", text, { xmlns = "urn:example:errors" });
	end
	return reply:reset();
end

if not ... then
	local message = stanza.message({ to = "romeo@example.net", from = "juliet@example.com/balcony", type = "chat" }, "O & O")
		:tag("query", { xmlns = "urn:example:list" })
			:tag("item", { name = "first" }):up()
			:tag("item", { name = "it's" }):text_tag("note", "x < y"):up()
		:up():reset();
	local text = tostring(message);
	assert(message:find("query/item@name") == "first" and message:find("{urn:example:list}query/item/note") == nil);
	assert(message:get_child_text("body") == "O & O" and message:find("body#") == "O & O");
	assert(text:find("name='it&apos;s'", 1, true) and stanza.clone(message) == message, text);
	local names = {};
	for item in message:get_child("query"):childtags("item") do
		t_insert(names, item.attr.name);
	end
	assert(t_concat(names, ",") == "first,it's");
	message:remove_children("query", "urn:example:list");
	assert(#message.tags == 1 and message:top_line():find("^<message from='juliet"));
	local reply = stanza.error_reply(message, "cancel", "item-not-found", "No such item");
	assert(reply.attr.to == "juliet@example.com/balcony" and reply:find("error/text#") == "No such item");
	assert(not pcall(stanza.new, "a b") and not pcall(stanza.message, {}, "\1"));
	print("stanza", #text, #reply:indent());
end

return stanza;
