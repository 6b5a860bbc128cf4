-- The Lighthouse: a very small text adventure.
-- Rooms and things are data; verbs are functions; the parser knows synonyms,
-- drops filler words and asks back when a noun is not clear.

local fmt, insert, remove, concat = string.format, table.insert, table.remove, table.concat

----------------------------------------------------------------------
-- World
----------------------------------------------------------------------

local function new_world()
  local rooms = {
    beach = {
      title = "Beach",
      text = [[
Grey sand, grey sea. A path climbs north to the lighthouse. Driftwood
lies about in heaps.]],
      exits = { north = "door" },
    },
    door = {
      title = "At the Lighthouse Door",
      text = "The tower stands over you. The door is to the north, the beach to the south.",
      exits = { south = "beach", north = "hall" },
      locked = { north = "brass key" },
    },
    hall = {
      title = "Round Hall",
      text = "Stairs wind up into the dark. A low doorway leads east.",
      exits = { south = "door", up = "lamp room", east = "store" },
    },
    store = {
      title = "Store Room",
      text = "Shelves, mostly empty. It smells of paraffin.",
      exits = { west = "hall" },
      dark = true,
    },
    ["lamp room"] = {
      title = "Lamp Room",
      text = "Glass on every side. The great lamp is cold.",
      exits = { down = "hall" },
    },
  }

  local things = {
    ["brass key"] = { at = "beach", hidden_in = "driftwood", text = "Green with age, but it may still turn." },
    driftwood = { at = "beach", fixed = true, text = "Bleached and smooth. Something glints in it." },
    torch = { at = "hall", text = "A hand torch. It works.", light = false },
    ["oil can"] = { at = "store", text = "Full, by the weight of it." },
    matches = { at = "store", text = "Three left." },
    lamp = { at = "lamp room", fixed = true, text = "Taller than you are. Its tank has a small brass cap." },
  }

  return { rooms = rooms, things = things, here = "beach", moves = 0, score = 0, seen = {}, over = false }
end

----------------------------------------------------------------------
-- Words
----------------------------------------------------------------------

local synonyms = {
  n = "north", s = "south", e = "east", w = "west", u = "up", d = "down",
  get = "take", grab = "take", x = "examine", inspect = "examine", l = "look",
  i = "inventory", inv = "inventory", search = "examine", fill = "pour", q = "quit",
  key = "brass key", oil = "oil can", can = "oil can", wood = "driftwood", match = "matches",
}

local fillers = { the = true, a = true, an = true, to = true, at = true, into = true, ["in"] = true, with = true, up = false }

local directions = { north = true, south = true, east = true, west = true, up = true, down = true }

local function words_of(line)
  local words = {}
  for word in line:lower():gmatch "%a+" do
    if fillers[word] then goto continue end
    word = synonyms[word] or word
    -- "brass key" may come as two words, or as one by its synonym
    local before = words[#words]
    if before and word:find(before .. " ", 1, true) == 1 then
      words[#words] = word
    elseif before ~= word then
      insert(words, word)
    end
    ::continue::
  end
  return words
end

----------------------------------------------------------------------
-- Game: state and what can be asked about it
----------------------------------------------------------------------

local Game = {}
Game.__index = Game

function Game.new(say)
  local self = setmetatable(new_world(), Game)
  self.say = say or print
  return self
end

function Game:room()
  return self.rooms[self.here]
end

function Game:carries(name)
  local thing = self.things[name]
  return thing ~= nil and thing.at == "player"
end

function Game:has_light()
  local torch = self.things.torch
  return torch.light and (torch.at == "player" or torch.at == self.here)
end

function Game:can_see()
  return not self:room().dark or self:has_light()
end

function Game:visible(name)
  local thing = self.things[name]
  if not thing then return false end
  if thing.at == "player" then return true end
  return thing.at == self.here and not thing.hidden_in and self:can_see()
end

function Game:things_at(place)
  local names = {}
  for name, thing in pairs(self.things) do
    if thing.at == place and not thing.hidden_in then insert(names, name) end
  end
  table.sort(names)
  return names
end

function Game:printf(text, ...)
  self.say(fmt(text, ...))
end

function Game:award(points, reason)
  if self.seen[reason] then return end
  self.seen[reason] = true
  self.score = self.score + points
end

local function with_article(name)
  if name:sub(-1) == "s" or name == "driftwood" then return "some " .. name end
  return (name:match "^[aeiou]" and "an " or "a ") .. name
end

local function list(names)
  local parts = {}
  for i, name in ipairs(names) do parts[i] = with_article(name) end
  if #parts < 2 then return parts[1] or "nothing" end
  local last = remove(parts)
  return concat(parts, ", ") .. " and " .. last
end

----------------------------------------------------------------------
-- Verbs
----------------------------------------------------------------------

local verbs = {}

function verbs.look(game)
  local room = game:room()
  game:printf("** %s **", room.title)
  if not game:can_see() then
    return game.say "It is pitch dark."
  end
  game.say(room.text)
  local names = game:things_at(game.here)
  if #names > 0 then game:printf("You see %s here.", list(names)) end
end

function verbs.go(game, direction)
  if not directions[direction or ""] then return game.say "Go where?" end
  local room = game:room()
  local target = room.exits[direction]
  if not target then return game.say "You can't go that way." end
  local key = room.locked and room.locked[direction]
  if key then
    if not game:carries(key) then return game.say "The door is locked." end
    game:printf("You unlock the door with the %s.", key)
    room.locked[direction] = nil
    game:award(10, "unlocked the door")
  end
  game.here = target
  verbs.look(game)
end

function verbs.take(game, name)
  local thing = name and game.things[name]
  if not thing or not game:visible(name) then
    game.say "You see no such thing."
  elseif thing.at == "player" then
    game.say "You already have it."
  elseif thing.fixed then
    game:printf("The %s won't come with you.", name)
  else
    thing.at = "player"
    game.say "Taken."
    game:award(5, "took " .. name)
  end
end

function verbs.drop(game, name)
  if not name or not game:carries(name) then return game.say "You don't have that." end
  game.things[name].at = game.here
  game.say "Dropped."
end

function verbs.examine(game, name)
  if not name then return verbs.look(game) end
  if not game:visible(name) then return game.say "You see no such thing." end
  game.say(game.things[name].text)
  for other, thing in pairs(game.things) do
    if thing.hidden_in == name then
      thing.hidden_in = nil
      game:printf("You find %s!", with_article(other))
      game:award(5, "found " .. other)
    end
  end
end

function verbs.inventory(game)
  game:printf("You carry %s.", list(game:things_at("player")))
end

function verbs.light(game, name)
  if name == "torch" and game:visible "torch" then
    game.things.torch.light = true
    return game.say "The torch flickers, then holds."
  end
  if name ~= "lamp" or not game:visible("lamp") then
    return game.say "You can't light that."
  elseif not game.things.lamp.filled then
    return game.say "The lamp's tank is empty."
  elseif not game:carries("matches") then
    return game.say "You have nothing to light it with."
  end
  game.say "\n\z
    The wick catches. Far out on the water a horn answers, twice.\n\z
    *** You have saved the ship. ***"
  game:award(50, "lit the lamp")
  game.over = true
end

function verbs.pour(game, name)
  if not game:carries("oil can") or not game:visible("lamp") then
    return game.say "Nothing happens."
  end
  if name ~= "oil can" and name ~= "lamp" then return game.say "Pour what?" end
  game.things.lamp.filled = true
  game.say "The oil gurgles into the tank."
  game:award(20, "filled the lamp")
end

function verbs.score(game)
  game:printf("You have %d point%s after %d move%s.", game.score, game.score == 1 and "" or "s",
    game.moves, game.moves == 1 and "" or "s")
end

function verbs.help(game)
  local names = {}
  for verb in pairs(verbs) do names[#names + 1] = verb end
  table.sort(names)
  game:printf("I know these verbs: %s.", concat(names, ", "))
end

function verbs.quit(game)
  game.over = true
  game.say "Bye."
end

----------------------------------------------------------------------

--- One line of the player's. Returns false when the game is over.
function Game:command(line)
  local words = words_of(line)
  local verb, noun = words[1], words[2]
  if not verb then
    self.say "I beg your pardon?"
    return not self.over
  end
  if directions[verb] then verb, noun = "go", verb end
  local action = verbs[verb]
  if not action then
    self:printf("I don't know how to %s.", verb)
  else
    self.moves = self.moves + 1
    action(self, noun)
  end
  return not self.over
end

function Game:play(read)
  verbs.look(self)
  repeat
    io.write("\n> ")
    local line = read()
  until not line or not self:command(line)
  verbs.score(self)
end

if arg and arg[1] == "play" then
  Game.new():play(io.read)
else
  local out = {}
  local game = Game.new(function(text) out[#out + 1] = text end)
  local function try(line, expected)
    local before = #out
    game:command(line)
    local said = concat(out, "\n", before + 1)
    assert(said:find(expected, 1, true), fmt("%q gave %q", line, said))
  end
  try("n", "Lighthouse Door")
  try("go north", "locked")
  try("s", "Beach")
  try("take key", "no such thing")
  try("search the driftwood", "You find a brass key!")
  try("take the brass key", "Taken")
  try("n", "tower")
  try("n", "unlock")
  try("get torch", "Taken")
  try("e", "pitch dark")
  try("take oil", "no such thing")
  try("light torch", "flickers")
  try("take oil can", "Taken")
  try("grab matches", "Taken")
  try("dance", "I don't know how to dance")
  try("i", "You carry a brass key, some matches, an oil can and a torch.")
  try("w", "Hall")
  try("up", "great lamp")
  try("light lamp", "empty")
  try("fill lamp", "gurgles")
  try("light the lamp", "saved the ship")
  assert(game.over and game.score == 105, game.score)
  print("adventure", game.moves .. " moves")
end
