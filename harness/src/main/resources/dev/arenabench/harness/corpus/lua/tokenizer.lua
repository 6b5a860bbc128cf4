--- A table-driven tokenizer, and a set of rules for SQL to try it on.
--
-- Rules are tried in order at each position; the first that matches wins. A
-- rule is a Lua pattern or a function(source, position) that gives the end of
-- the token. Tokens know their line and column.
--
-- @usage
--   for token in tokenizer.sql:tokens "select 1" do print(token.kind, token.text) end

local tokenizer = {}

local sub, find, byte = string.sub, string.find, string.byte

local Lexer = {}
Lexer.__index = Lexer

local Token = {}
Token.__index = Token

function Token:__tostring()
  return string.format("%s %q at %d:%d", self.kind, self.text, self.line, self.column)
end

function Token:is(kind, text)
  return self.kind == kind and (text == nil or self.text == text)
end

---------------------------------------------------------------------------
-- Building a lexer

--- Makes a lexer.
-- @param spec { rules = { {kind, matcher [, action]}, … }, skip = set of kinds,
--   keywords = list of words, ignore_case = boolean }
function tokenizer.new(spec)
  local self = setmetatable({
    rules = {},
    skip = {},
    keywords = {},
    fold = spec.ignore_case and string.lower or function(s) return s end,
  }, Lexer)
  for _, kind in ipairs(spec.skip or {}) do self.skip[kind] = true end
  for _, word in ipairs(spec.keywords or {}) do self.keywords[self.fold(word)] = true end
  for i, rule in ipairs(spec.rules) do
    local kind, matcher, action = table.unpack(rule, 1, 3)
    if type(kind) ~= "string" then
      error(("rule %d has no name"):format(i), 2)
    end
    if type(matcher) == "string" then
      local anchored = "^" .. matcher
      matcher = function(source, position)
        local _, stop = find(source, anchored, position)
        return stop
      end
    end
    self.rules[i] = { kind = kind, match = matcher, action = action }
  end
  return self
end

--- A matcher for text between quotes; the quote is doubled inside.
function tokenizer.quoted(quote)
  local code <const> = byte(quote)
  return function(source, position)
    if byte(source, position) ~= code then return nil end
    local at = position + 1
    while true do
      at = find(source, quote, at, true)
      if not at then return nil, "missing closing " .. quote end
      if byte(source, at + 1) ~= code then return at end
      at = at + 2
    end
  end
end

--- A matcher for comments that may hold comments.
function tokenizer.nested(open, close)
  return function(source, position)
    if sub(source, position, position + #open - 1) ~= open then return nil end
    local depth, at = 1, position + #open
    repeat
      local next_open = find(source, open, at, true)
      local next_close = find(source, close, at, true)
      if not next_close then return nil, "comment is not closed" end
      if next_open and next_open < next_close then
        depth, at = depth + 1, next_open + #open
      else
        depth, at = depth - 1, next_close + #close
      end
    until depth == 0
    return at - 1
  end
end

--- A matcher for the longest of a list of operators.
function tokenizer.operators(list)
  local by_length, longest = {}, 0
  for op in list:gmatch "%S+" do
    local n = #op
    by_length[n] = by_length[n] or {}
    by_length[n][op] = true
    if n > longest then longest = n end
  end
  return function(source, position)
    for n = longest, 1, -1 do
      local set = by_length[n]
      if set and set[sub(source, position, position + n - 1)] then
        return position + n - 1
      end
    end
  end
end

---------------------------------------------------------------------------
-- Running it

local function advance(state, text)
  local from = 1
  while true do
    local newline = find(text, "\n", from, true)
    if not newline then break end
    state.line, state.column = state.line + 1, 1
    from = newline + 1
  end
  -- columns count characters; a byte of a broken sequence counts as one
  local rest = sub(text, from)
  state.column = state.column + (utf8.len(rest) or #rest)
end

function Lexer:_next(state)
  local source, position = state.source, state.position
  if position > #source then return nil end
  local problem
  for _, rule in ipairs(self.rules) do
    local stop, why = rule.match(source, position)
    if stop and stop >= position then
      local text = sub(source, position, stop)
      local token = setmetatable({
        kind = rule.kind,
        text = text,
        line = state.line,
        column = state.column,
        offset = position,
      }, Token)
      if rule.kind == "word" then
        local folded = self.fold(text)
        if self.keywords[folded] then token.kind, token.text = "keyword", folded end
      end
      if rule.action then token.value = rule.action(text) end
      state.position = stop + 1
      advance(state, text)
      return token
    end
    problem = problem or why
  end
  local bad = source:match(utf8.charpattern, position)
  error(setmetatable({
    message = problem or ("unexpected character '%s'"):format(bad),
    line = state.line,
    column = state.column,
  }, {
    __tostring = function(e) return ("%d:%d: %s"):format(e.line, e.column, e.message) end,
  }), 0)
end

--- An iterator over the tokens that are not skipped.
function Lexer:tokens(source)
  local state = { source = source, position = 1, line = 1, column = 1 }
  return function()
    while true do
      local token = self:_next(state)
      if not token or not self.skip[token.kind] then return token end
    end
  end
end

--- All tokens in a list, or nil and an error.
function Lexer:all(source)
  local list = {}
  local ok, err = pcall(function()
    for token in self:tokens(source) do list[#list + 1] = token end
  end)
  if not ok then return nil, err end
  return list
end

---------------------------------------------------------------------------
-- A stream, for parsers that look ahead

local Stream = {}
Stream.__index = Stream

function Lexer:stream(source)
  return setmetatable({ next_token = self:tokens(source), ahead = {} }, Stream)
end

function Stream:peek(n)
  n = n or 1
  while #self.ahead < n do
    local token = self.next_token()
    if not token then return nil end
    table.insert(self.ahead, token)
  end
  return self.ahead[n]
end

function Stream:take()
  local token = self:peek()
  table.remove(self.ahead, 1)
  return token
end

function Stream:accept(kind, text)
  local token = self:peek()
  if token and token:is(kind, text) then return self:take() end
  return nil
end

function Stream:expect(kind, text)
  local token = self:accept(kind, text)
  if token then return token end
  local got = self:peek()
  error(("expected %s, got %s"):format(text or kind, got and tostring(got) or "end of input"), 0)
end

---------------------------------------------------------------------------
-- SQL

local function unquote(text)
  local quote = sub(text, 1, 1)
  return (sub(text, 2, -2):gsub(quote .. quote, quote))
end

tokenizer.sql = tokenizer.new {
  ignore_case = true,
  skip = { "space", "comment" },
  keywords = { "select", "from", "where", "and", "or", "not", "insert", "into", "values", "as", "order", "by", "null", "limit" },
  rules = {
    { "space", "%s+" };
    { "comment", "%-%-[^\n]*" };
    { "comment", tokenizer.nested("/*", "*/") };
    { "number", "0[xX]%x+", tonumber };
    { "number", "%d+%.?%d*[eE][+-]?%d+", tonumber };
    { "number", "%d*%.?%d+", tonumber };
    { "word", "[%a_][%w_]*" };
    { "name", tokenizer.quoted '"', unquote };
    { "string", tokenizer.quoted "'", unquote };
    { "parameter", "[:@$][%w_]+" };
    { "op", tokenizer.operators "<> <= >= != || :: = < > + - * / % ( ) , ; ." };
  },
}

if not ... then
  local query = [==[
SELECT id, "odd ""name""" AS n -- the id
  FROM t /* nested /* comment */ here */
 WHERE n <> 'it''s' AND size >= 0x1F OR f(:when) = 1.5e-3;]==]
  local tokens = assert(tokenizer.sql:all(query))
  local kinds = {}
  for _, token in ipairs(tokens) do kinds[token.kind] = (kinds[token.kind] or 0) + 1 end
  assert(kinds.keyword == 6 and kinds.name == 1 and kinds.string == 1, kinds.keyword)
  assert(tokens[4].value == 'odd "name"' and tokens[4].line == 1 and tokens[4].column == 12)
  assert(tokens[#tokens].text == ";" and tokens[#tokens].line == 3)

  local stream = tokenizer.sql:stream "select a.b from c"
  stream:expect("keyword", "select")
  assert(stream:peek(2):is("op", ".") and stream:take().text == "a")
  local ok, message = pcall(stream.expect, stream, "word")
  assert(not ok and message == 'expected word, got op "." at 1:9', message)

  local none, err = tokenizer.sql:all "select 'open"
  assert(not none and tostring(err) == "1:8: missing closing '", tostring(err))
  assert(tostring(select(2, tokenizer.sql:all "a\n é")) == "2:2: unexpected character 'é'")
  print("tokenizer", #tokens)
end

return tokenizer
