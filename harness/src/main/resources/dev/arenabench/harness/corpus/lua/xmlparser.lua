--- A small XML parser that reports what it finds to a handler, and a handler
-- that builds a tree. Namespaces are resolved: an element is reported with its
-- namespace, its local name and its attributes.
--
-- Not for documents of unknown origin with a DTD: entity declarations are
-- refused, and so are documents that nest too deeply.
--
-- @module xmlparser

local xmlparser = {}

local string_find, string_match, string_sub, string_gsub = string.find, string.match, string.sub, string.gsub
local table_insert, table_remove, table_concat = table.insert, table.remove, table.concat
local setmetatable, type, error = setmetatable, type, error

local default_limits = {
    max_depth = 64,
}

local XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

local predefined_entities = {
    lt = "<",
    gt = ">",
    amp = "&",
    quot = "\"",
    apos = "\'",
}

local Parser = {}
Parser.__index = Parser

--- Creates a parser.
-- @tparam table handler with any of the functions `start_element(namespace, name,
--   attributes)`, `end_element(namespace, name)`, `characters(text)` and `comment(text)`
-- @tparam[opt] table limits see above
function xmlparser.new(handler, limits)
    return setmetatable({
        handler = handler,
        limits = setmetatable(limits or {}, { __index = default_limits }),
    }, Parser)
end

-- Errors --

local SyntaxProblem = {}
SyntaxProblem.__tostring = function(problem)
    return problem.message
end

function Parser:_fail(position, message, ...)
    local line_number, line_start = 1, 0
    for newline_position in self.source:gmatch("()\n") do
        if newline_position >= position then
            break
        end
        line_number = line_number + 1
        line_start = newline_position
    end
    error(setmetatable({
        message = ("line %d, column %d: %s"):format(line_number, position - line_start, message:format(...)),
        line = line_number,
        column = position - line_start,
    }, SyntaxProblem), 0)
end

-- Text and attributes --

function Parser:_decode(text, position)
    if not string_find(text, "&", 1, true) then
        return text
    end
    return (string_gsub(text, "&([^;%s]*)(;?)", function(name, semicolon)
        if semicolon == "" then
            self:_fail(position, "'&' must be written as '&amp;'")
        end
        local hexadecimal_digits = string_match(name, "^#x(%x+)$")
        local decimal_digits = string_match(name, "^#(%d+)$")
        if hexadecimal_digits or decimal_digits then
            local code_point = tonumber(hexadecimal_digits or decimal_digits, hexadecimal_digits and 16 or 10)
            if code_point == 0 or code_point > 0x10FFFF or (code_point >= 0xD800 and code_point <= 0xDFFF) then
                self:_fail(position, "'&%s;' is not a character", name)
            end
            return utf8.char(code_point)
        end
        local replacement = predefined_entities[name]
        if not replacement then
            self:_fail(position, "entity '%s' is not defined", name)
        end
        return replacement
    end))
end

function Parser:_attributes(position)
    local attributes, declarations = {}, nil
    while true do
        local name, quote, value_start = string_match(self.source, "^%s+([^%s=/>]+)%s*=%s*([\"'])()", position)
        if not name then
            break
        end
        local value_end = string_find(self.source, quote, value_start, true)
        if not value_end then
            self:_fail(value_start, "value of attribute '%s' is not closed", name)
        end
        local value = self:_decode(string_sub(self.source, value_start, value_end - 1), value_start)
        local declared_prefix = string_match(name, "^xmlns:(.+)$") or (name == "xmlns" and "")
        if declared_prefix then
            declarations = declarations or {}
            declarations[declared_prefix] = value
        elseif attributes[name] ~= nil then
            self:_fail(position, "attribute '%s' occurs twice", name)
        else
            attributes[name] = value
        end
        position = value_end + 1
    end
    return attributes, declarations, position
end

-- Elements --

function Parser:_resolve(qualified_name, scope, position)
    local prefix, local_name = string_match(qualified_name, "^([^:]+):([^:]+)$")
    if not prefix then
        return scope[""], qualified_name
    end
    local namespace = scope[prefix]
    if not namespace then
        self:_fail(position, "namespace prefix '%s' is not declared", prefix)
    end
    return namespace, local_name
end

function Parser:_report(event, ...)
    local callback = self.handler[event]
    if callback then
        callback(self.handler, ...)
    end
end

function Parser:_start_tag(position)
    local qualified_name, after_name = string_match(self.source, "^<([%a_:\128-\255][^%s/>=]*)()", position)
    if not qualified_name then
        self:_fail(position, "malformed tag")
    end
    local attributes, declarations, after_attributes = self:_attributes(after_name)
    local slash, after_tag = string_match(self.source, "^%s*(/?)>()", after_attributes)
    if not slash then
        self:_fail(after_attributes, "malformed attributes in element '%s'", qualified_name)
    end
    local parent = self.open_elements[#self.open_elements]
    local scope = parent and parent.scope or { xml = XML_NAMESPACE }
    if declarations then
        scope = setmetatable(declarations, { __index = scope })
    end
    local namespace, local_name = self:_resolve(qualified_name, scope, position)
    self:_report("start_element", namespace, local_name, attributes)
    if slash == "/" then
        self:_report("end_element", namespace, local_name)
    else
        table_insert(self.open_elements, {
            qualified_name = qualified_name,
            namespace = namespace,
            local_name = local_name,
            scope = scope,
            position = position,
        })
        if #self.open_elements > self.limits.max_depth then
            self:_fail(position, "elements nest more than %d levels deep", self.limits.max_depth)
        end
    end
    self.has_root = true
    return after_tag
end

function Parser:_end_tag(position)
    local qualified_name, after_tag = string_match(self.source, "^</([^%s>]+)%s*>()", position)
    local element = table_remove(self.open_elements)
    if not qualified_name then
        self:_fail(position, "malformed closing tag")
    elseif not element then
        self:_fail(position, "closing tag '%s' closes nothing", qualified_name)
    elseif element.qualified_name ~= qualified_name then
        self:_fail(position, "expected '</%s>', got '</%s>'", element.qualified_name, qualified_name)
    end
    self:_report("end_element", element.namespace, element.local_name)
    return after_tag
end

-- Comments, instructions, character data: what starts with "<!" or "<?".
function Parser:_special(position)
    local comment, after = string_match(self.source, "^<!%-%-(.-)%-%->()", position)
    if comment then
        self:_report("comment", comment)
        return after
    end
    after = string_match(self.source, "^<%?.-%?>()", position)
    if after then
        return after
    end
    local character_data
    character_data, after = string_match(self.source, "^<!%[CDATA%[(.-)%]%]>()", position)
    if character_data then
        self:_report("characters", character_data)
        return after
    end
    if string_find(self.source, "^<!DOCTYPE", position) then
        self:_fail(position, "document type declarations are not supported")
    end
    self:_fail(position, "markup is not closed")
end

function Parser:_parse()
    local source, position = self.source, 1
    repeat
        local tag_position = string_find(source, "<", position, true) or #source + 1
        local text = string_sub(source, position, tag_position - 1)
        if #self.open_elements > 0 then
            if text ~= "" then
                self:_report("characters", self:_decode(text, position))
            end
        elseif string_find(text, "%S") then
            self:_fail(position, "text outside of the root element")
        end
        if tag_position > #source then
            break
        end
        local next_character = string_sub(source, tag_position + 1, tag_position + 1)
        if next_character == "/" then
            position = self:_end_tag(tag_position)
        elseif next_character == "!" or next_character == "?" then
            position = self:_special(tag_position)
        else
            if self.has_root and #self.open_elements == 0 then
                self:_fail(tag_position, "more than one root element")
            end
            position = self:_start_tag(tag_position)
        end
    until position > #source
    local unclosed_element = self.open_elements[#self.open_elements]
    if unclosed_element then
        self:_fail(unclosed_element.position, "element '%s' is not closed", unclosed_element.qualified_name)
    elseif not self.has_root then
        self:_fail(1, "document has no element")
    end
end

--- Parses a document.
-- @return true, or nil and an error with `message`, `line` and `column`
function Parser:parse(source)
    self.source, self.open_elements, self.has_root = source, {}, false
    local success, problem = pcall(self._parse, self)
    if success then
        return true
    end
    return nil, problem
end

-- Trees --

local TreeHandler = {}
TreeHandler.__index = TreeHandler

function TreeHandler:start_element(namespace, name, attributes)
    local element = { name = name, namespace = namespace, attributes = attributes }
    if self.current then
        table_insert(self.current, element)
    else
        self.root = element
    end
    table_insert(self.ancestors, element)
    self.current = element
end

function TreeHandler:end_element()
    table_remove(self.ancestors)
    self.current = self.ancestors[#self.ancestors]
end

function TreeHandler:characters(text)
    local last = self.current[#self.current]
    if type(last) == "string" then
        self.current[#self.current] = last .. text
    else
        table_insert(self.current, text)
    end
end

--- The tree of a document: elements are tables with `name`, `namespace` and
-- `attributes`, and their children in the array part.
function xmlparser.tree(source, limits)
    local handler = setmetatable({ ancestors = {} }, TreeHandler)
    local success, problem = xmlparser.new(handler, limits):parse(source)
    if not success then
        return nil, problem
    end
    return handler.root
end

if not ... then
    local root = assert(xmlparser.tree [==[
<?xml version="1.0"?>
<feed xmlns="urn:example:feed" xmlns:m="urn:example:media" title='&lt;One&gt; &#x26; "two"'>
    <!-- nothing to see -->
    <entry m:size="3">caf&#233; <![CDATA[<raw>]]></entry>
    <m:image href="a.png"/>
</feed>]==])
    assert(root.name == "feed" and root.attributes.title == "<One> & \"two\"" and #root == 5)
    assert(root[2][1] == "café <raw>" and root[2].attributes["m:size"] == "3")
    assert(root[4].namespace == "urn:example:media" and root[4].name == "image")
    local events = {}
    local handler = { comment = function(_, text) table_insert(events, text) end }
    assert(xmlparser.new(handler):parse("<a><!--x--></a><!--y-->") and table_concat(events) == "xy")
    local function fails(source, expected, limits)
        local nothing, problem = xmlparser.tree(source, limits)
        assert(not nothing and string_find(tostring(problem), expected, 1, true), tostring(problem))
    end
    fails("<a>\n <b></a>", "line 2, column 5: expected '</b>', got '</a>'")
    fails("<a x='1' x='2'/>", "attribute 'x' occurs twice")
    fails("<a>&nbsp;</a>", "entity 'nbsp' is not defined")
    fails("<a>&#xD800;</a>", "is not a character")
    fails("<p:a/>", "prefix 'p' is not declared")
    fails("<!DOCTYPE html><a/>", "not supported")
    fails("<a><b><c/></b></a>", "nest more than 1 levels", { max_depth = 1 })
    print("xmlparser", #root)
end

return xmlparser
