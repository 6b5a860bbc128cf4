-- A queue for outgoing mail: messages wait per destination, failed deliveries are
-- tried again later and later, and what cannot be delivered goes back to its
-- sender. The queue does no input or output of its own; transports are passed in.

local mailqueue = {}

local setmetatable, tostring, ipairs, pairs = setmetatable, tostring, ipairs, pairs
local table_insert, table_remove, table_concat = table.insert, table.remove, table.concat
local string_format = string.format

local default_settings = {
  retry_delays = { 60, 300, 900, 3600, 4 * 3600 },
  max_age = 5 * 24 * 3600,
  warn_after = 4 * 3600,
  max_per_destination = 2,
  postmaster = "postmaster@localhost",
}

local Queue = {}
Queue.__index = Queue

--- Creates a queue.
-- @param options `transport` (a function, see `Queue:run`), `now`, `settings`, `log`
function mailqueue.new(options)
  if type(options.transport) ~= "function" then
    error("a queue needs a transport", 2)
  end
  return setmetatable({
    transport = options.transport,
    now = options.now or os.time,
    log = options.log or function() end,
    settings = setmetatable(options.settings or {}, { __index = default_settings }),
    messages = {},
    destinations = {},
    next_message_id = 1,
    statistics = { queued = 0, delivered = 0, deferred = 0, bounced = 0 },
  }, Queue)
end

------------------------------------------------------------------------
-- Addresses and messages

--- Splits an address; gives its local part and its domain in lower case.
local function parse_address(address)
  if type(address) ~= "string" then
    return nil, "address must be a string"
  end
  local local_part, domain = address:match("^%s*<?([^@%s<>]+)@([^@%s<>]+)>?%s*$")
  if not local_part then
    return nil, "malformed address '" .. address .. "'"
  end
  if domain:find("..", 1, true) or domain:find("^[%.%-]") or domain:find("[^%w%.%-]") then
    return nil, "malformed domain in '" .. address .. "'"
  end
  return local_part, domain:lower()
end

mailqueue.parse_address = parse_address

--- The text of a message, as it goes over the wire: lines end with CRLF, and a
-- line that begins with a dot gets another one.
function mailqueue.serialize(message)
  local lines = {}
  local header_names = {}
  for name in pairs(message.headers) do
    table_insert(header_names, name)
  end
  table.sort(header_names)
  for _, name in ipairs(header_names) do
    table_insert(lines, name .. ": " .. message.headers[name])
  end
  table_insert(lines, "")
  for line in (message.body:gsub("\r\n", "\n") .. "\n"):gmatch("(.-)\n") do
    if line:sub(1, 1) == "." then
      line = "." .. line
    end
    table_insert(lines, line)
  end
  return table_concat(lines, "\r\n")
end

------------------------------------------------------------------------
-- Queueing

function Queue:_destination(domain)
  local destination = self.destinations[domain]
  if not destination then
    destination = { domain = domain, entries = {}, active_count = 0, failures = 0 }
    self.destinations[domain] = destination
  end
  return destination
end

--- Adds a message.
-- @param sender an address, or "" for a notice that must not come back
-- @param recipients a list of addresses
-- @param headers a table of names and values
-- @param body a text
-- @return the identifier, or nil and what is wrong
function Queue:enqueue(sender, recipients, headers, body)
  if sender ~= "" then
    local local_part, problem = parse_address(sender)
    if not local_part then
      return nil, "sender: " .. problem
    end
  end
  if #recipients == 0 then
    return nil, "no recipients"
  end
  local by_domain, seen_addresses = {}, {}
  for _, recipient in ipairs(recipients) do
    local local_part, domain = parse_address(recipient)
    if not local_part then
      return nil, "recipient: " .. domain
    end
    local address = local_part .. "@" .. domain
    if seen_addresses[address] then
      goto continue
    end
    seen_addresses[address] = true
    by_domain[domain] = by_domain[domain] or {}
    table_insert(by_domain[domain], address)
    ::continue::
  end

  local message = {
    id = string_format("%06X", self.next_message_id),
    sender = sender,
    headers = {},
    body = body,
    queued_at = self.now(),
    pending_count = 0,
  }
  for name, value in pairs(headers) do
    message.headers[name] = value
  end
  message.headers["Message-ID"] = headers["Message-ID"] or "<" .. message.id .. "@queue.localhost>"
  self.next_message_id = self.next_message_id + 1
  self.messages[message.id] = message
  for domain, addresses in pairs(by_domain) do
    table_insert(self:_destination(domain).entries, {
      message = message,
      recipients = addresses,
      attempts = 0,
      due_at = message.queued_at,
    })
    message.pending_count = message.pending_count + 1
  end
  self.statistics.queued = self.statistics.queued + 1
  self.log("info", "%s: queued from <%s> for %d recipient(s)", message.id, sender, #recipients)
  return message.id
end

------------------------------------------------------------------------
-- Delivery

function Queue:_finish(entry)
  local message = entry.message
  message.pending_count = message.pending_count - 1
  if message.pending_count == 0 then
    self.messages[message.id] = nil
  end
end

local notice_texts = {
  failure = "This is the mail system. Your message could not be delivered to the\n"
    .. "recipients below. It will not be tried again.\n",
  delay = "This is the mail system. Your message has not been delivered to the\n"
    .. "recipients below yet. You need not do anything: it will be tried again.\n",
}

function Queue:_notify(entry, kind, reason)
  local message = entry.message
  if message.sender == "" then
    -- a notice about a notice would go round for ever
    self.log("warn", "%s: undeliverable notice dropped", message.id)
    return
  end
  local lines = { notice_texts[kind] }
  for _, recipient in ipairs(entry.recipients) do
    table_insert(lines, string_format("<%s>: %s", recipient, reason))
  end
  table_insert(lines, "\nSubject of the message: " .. (message.headers.Subject or "(none)"))
  self:enqueue("", { message.sender }, {
    From = self.settings.postmaster,
    To = message.sender,
    Subject = kind == "failure" and "Undelivered mail returned to sender" or "Delayed mail",
    ["In-Reply-To"] = message.headers["Message-ID"],
    ["Auto-Submitted"] = "auto-replied",
  }, table_concat(lines, "\n"))
end

function Queue:_bounce(entry, reason)
  self.statistics.bounced = self.statistics.bounced + 1
  self.log("error", "%s: bounced: %s", entry.message.id, reason)
  self:_notify(entry, "failure", reason)
  self:_finish(entry)
end

function Queue:_defer(destination, entry, reason)
  local now = self.now()
  local age = now - entry.message.queued_at
  if age >= self.settings.max_age then
    return self:_bounce(entry, "given up after " .. entry.attempts .. " attempts: " .. reason)
  end
  local delays = self.settings.retry_delays
  entry.due_at = now + delays[math.min(entry.attempts, #delays)]
  entry.last_error = reason
  if age >= self.settings.warn_after and not entry.warned then
    entry.warned = true
    self:_notify(entry, "delay", reason)
  end
  table_insert(destination.entries, entry)
  self.statistics.deferred = self.statistics.deferred + 1
  self.log("info", "%s: deferred until %d: %s", entry.message.id, entry.due_at, reason)
end

-- What a transport answered: true, or nil, a reason, and whether it is for good.
function Queue:_settle(destination, entry, success, reason, is_permanent)
  destination.active_count = destination.active_count - 1
  if success then
    destination.failures = 0
    self.statistics.delivered = self.statistics.delivered + 1
    self.log("info", "%s: delivered to %s", entry.message.id, table_concat(entry.recipients, ", "))
    self:_finish(entry)
  elseif is_permanent then
    self:_bounce(entry, reason or "rejected")
  else
    destination.failures = destination.failures + 1
    self:_defer(destination, entry, reason or "unknown reason")
  end
end

--- Tries all that is due. The transport is called as transport(domain, message,
-- recipients, done) and calls done(true), or done(nil, reason, is_permanent),
-- now or later.
-- @return how many deliveries were begun
function Queue:run()
  local now, begun_count = self.now(), 0
  local domains = {}
  for domain in pairs(self.destinations) do
    table_insert(domains, domain)
  end
  table.sort(domains)
  for _, domain in ipairs(domains) do
    local destination = self.destinations[domain]
    local waiting_entries = destination.entries
    destination.entries = {}
    for _, entry in ipairs(waiting_entries) do
      local may_begin = entry.due_at <= now and destination.active_count < self.settings.max_per_destination
      if not may_begin then
        table_insert(destination.entries, entry)
      else
        begun_count = begun_count + 1
        entry.attempts = entry.attempts + 1
        destination.active_count = destination.active_count + 1
        local is_settled = false
        local function done(...)
          if is_settled then
            error("delivery was settled already", 2)
          end
          is_settled = true
          self:_settle(destination, entry, ...)
        end
        local success, problem = pcall(self.transport, domain, entry.message, entry.recipients, done)
        if not success and not is_settled then
          done(nil, "transport failed: " .. tostring(problem))
        end
      end
    end
  end
  return begun_count
end

--- When something is due next, or nil.
function Queue:next_due()
  local earliest
  for _, destination in pairs(self.destinations) do
    for _, entry in ipairs(destination.entries) do
      if not earliest or entry.due_at < earliest then
        earliest = entry.due_at
      end
    end
  end
  return earliest
end

if not ... then
  local now, answers, sent = 0, {}, {}
  local queue = mailqueue.new {
    now = function() return now end,
    settings = { postmaster = "mail@example.org" },
    transport = function(domain, message, recipients, done)
      local answer = answers[domain]
      if answer == "crash" then
        error("socket exploded", 0)
      elseif answer == nil then
        table_insert(sent, { domain = domain, message = message, recipients = recipients })
        done(true)
      else
        done(nil, answer, answer:find "^5" ~= nil)
      end
    end,
  }
  local headers = { Subject = "Hello", From = "ann@example.org" }
  assert(queue:enqueue("ann@example.org", { "bob@Example.NET", "carl@example.net", "bob@example.net" }, headers, "Hi\n.dot"))
  assert(queue:run() == 1 and #sent[1].recipients == 2 and next(queue.messages) == nil)
  assert(mailqueue.serialize(sent[1].message):find("\r\nSubject: Hello\r\n\r\nHi\r\n..dot", 1, true))
  assert(select(2, queue:enqueue("ann", { "x@y" }, {}, "")) == "sender: malformed address 'ann'")
  assert(select(2, queue:enqueue("", { "x@a..b" }, {}, "")):find "malformed domain")
  answers["example.com"] = "450 try later"
  queue:enqueue("ann@example.org", { "dora@example.com" }, headers, "Hi")
  while now < 6 * 24 * 3600 and queue:next_due() do
    now = queue:next_due()
    queue:run()
  end
  assert(queue.statistics.bounced == 1 and queue.statistics.deferred > 30, queue.statistics.deferred)
  assert(#sent == 3 and sent[2].message.headers.Subject == "Delayed mail" and sent[3].message.sender == "")
  assert(sent[3].message.body:find("<dora@example.com>: given up after", 1, true))
  answers["example.com"] = "550 no such user"
  queue:enqueue("", { "eve@example.com" }, headers, "notice")
  queue:run()
  assert(queue.statistics.bounced == 2 and not queue:next_due())
  answers["example.com"] = "crash"
  queue:enqueue("ann@example.org", { "eve@example.com" }, headers, "x")
  assert(queue:run() == 1 and queue.destinations["example.com"].entries[1].last_error:find "socket exploded")
  print("mailqueue", #sent, queue.statistics.deferred)
end

return mailqueue
