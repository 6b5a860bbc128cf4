-- Compression for small texts: an LZ77 coder with a hash of three-byte strings,
-- checksums, and base64 to carry the result through places that want text.
--
-- Format: 4 bytes magic, 4 bytes length, 4 bytes CRC-32, then groups of a flag
-- byte and eight items. An item is a literal byte (flag bit 0) or a pair of
-- 12 bits distance and 4 bits length (flag bit 1).

local lz = { MAGIC = "LZ\x1A\01" }

local byte, char, sub, rep = string.byte, string.char, string.sub, string.rep
local pack, unpack = string.pack, string.unpack
local concat = table.concat

local WINDOW <const> = 1 << 12
local MIN_MATCH <const> = 3
local MAX_MATCH <const> = MIN_MATCH + 0xF
local MAX_CHAIN <const> = 32

---------------------------------------------------------------------------
-- CRC-32 and Adler-32

local crc_table = {}
for i = 0, 255 do
	local c = i
	for _ = 1, 8 do
		c = c & 1 == 1 and 0xEDB88320 ~ (c >> 1) or c >> 1
	end
	crc_table[i] = c
end

function lz.crc32(text, seed)
	local crc = ~(seed or 0) & 0xFFFFFFFF
	for i = 1, #text do
		crc = crc_table[(crc ~ byte(text, i)) & 0xFF] ~ (crc >> 8)
	end
	return ~crc & 0xFFFFFFFF
end

function lz.adler32(text)
	local a, b = 1, 0
	for i = 1, #text do
		a = (a + byte(text, i)) % 65521
		b = (b + a) % 65521
	end
	return b << 16 | a
end

---------------------------------------------------------------------------
-- Finding matches

-- Earlier places with the same three bytes, newest first, as a chain: head[h]
-- is the newest, older[p & mask] the one before p.
local Finder = {}
Finder.__index = Finder

function Finder.new(text)
	return setmetatable({ text = text, head = {}, older = {} }, Finder)
end

local function hash3(text, at)
	local a, b, c = byte(text, at, at + 2)
	return (a << 10 ~ b << 5 ~ c) & 0x7FFF
end

function Finder:insert(at)
	if at + 2 > #self.text then return end
	local h = hash3(self.text, at)
	self.older[at & WINDOW - 1] = self.head[h]
	self.head[h] = at
end

function Finder:longest(at)
	local text = self.text
	local limit = math.min(MAX_MATCH, #text - at + 1)
	if limit < MIN_MATCH then return 0 end
	local candidate = self.head[hash3(text, at)]
	local best, distance = 0, 0
	for _ = 1, MAX_CHAIN do
		if not candidate or at - candidate >= WINDOW then break end
		local n = 0
		while n < limit and byte(text, candidate + n) == byte(text, at + n) do
			n = n + 1
		end
		if n > best then
			best, distance = n, at - candidate
			if n == limit then break end
		end
		local earlier = self.older[candidate & WINDOW - 1]
		if earlier and earlier >= candidate then break end
		candidate = earlier
	end
	return best, distance
end

---------------------------------------------------------------------------
-- Packing

function lz.compress(text)
	local out = { lz.MAGIC, pack("<I4I4", #text, lz.crc32(text)) }
	local finder = Finder.new(text)
	local flags, count, group = 0, 0, {}

	local function flush()
		if count == 0 then return end
		out[#out + 1] = char(flags)
		out[#out + 1] = concat(group, "", 1, count)
		flags, count = 0, 0
	end

	local at = 1
	while at <= #text do
		local length, distance = finder:longest(at)
		-- one byte later may match longer: then this byte goes out alone
		if length >= MIN_MATCH and length < MAX_MATCH and at < #text then
			finder:insert(at)
			local next_length = finder:longest(at + 1)
			if next_length > length + 1 then length = 0 end
		else
			finder:insert(at)
		end
		count = count + 1
		if length >= MIN_MATCH then
			flags = flags | 1 << count - 1
			group[count] = pack("<I2", distance << 4 | length - MIN_MATCH)
			for i = at + 1, at + length - 1 do finder:insert(i) end
			at = at + length
		else
			group[count] = sub(text, at, at)
			at = at + 1
		end
		if count == 8 then flush() end
	end
	flush()
	return concat(out)
end

local function copy_back(out, size, distance, length)
	for i = size + 1, size + length do
		out[i] = out[i - distance]
	end
	return size + length
end

--- The text again, or nil and what is wrong with the data.
function lz.decompress(data)
	if sub(data, 1, 4) ~= lz.MAGIC then return nil, "not compressed by this module" end
	if #data < 12 then return nil, "header is cut off" end
	local length, crc, at = unpack("<I4I4", data, 5)
	local out, size = {}, 0
	while size < length do
		local flags = byte(data, at)
		if not flags then return nil, "data is cut off" end
		at = at + 1
		for bit = 0, 7 do
			if size >= length then break end
			if flags >> bit & 1 == 0 then
				size = size + 1
				out[size] = sub(data, at, at)
				at = at + 1
			else
				if at + 1 > #data then return nil, "data is cut off" end
				local word
				word, at = unpack("<I2", data, at)
				local distance = word >> 4
				if distance == 0 or distance > size then return nil, "distance leads out of the text" end
				size = copy_back(out, size, distance, (word & 0xF) + MIN_MATCH)
			end
		end
	end
	local text = concat(out)
	if lz.crc32(text) ~= crc then return nil, "checksum does not match" end
	return text
end

---------------------------------------------------------------------------
-- Base64

local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" .. "abcdefghijklmnopqrstuvwxyz" .. "0123456789+/"
local encode_map, decode_map = {}, {}
for i = 1, #alphabet do
	local c = sub(alphabet, i, i)
	encode_map[i - 1], decode_map[c] = c, i - 1
end
decode_map["-"], decode_map["_"] = 62, 63 -- the alphabet for addresses reads as well

function lz.to_base64(data, width)
	local out = {}
	for i = 1, #data, 3 do
		local a, b, c = byte(data, i, i + 2)
		local word = a << 16 | (b or 0) << 8 | (c or 0)
		out[#out + 1] = encode_map[word >> 18]
			.. encode_map[word >> 12 & 63]
			.. (b and encode_map[word >> 6 & 63] or "=")
			.. (c and encode_map[word & 63] or "=")
	end
	local text = concat(out)
	if not width then return text end
	return (text:gsub(rep(".", width), "%0\n"))
end

function lz.from_base64(text)
	local out, word, bits = {}, 0, 0
	for c in text:gmatch "[^%s=]" do
		local value = decode_map[c]
		if not value then return nil, ("not a base64 character: %q"):format(c) end
		word, bits = word << 6 | value, bits + 6
		if bits >= 8 then
			bits = bits - 8
			out[#out + 1] = char(word >> bits & 0xFF)
			word = word & (1 << bits) - 1
		end
	end
	return concat(out)
end

function lz.ratio(text)
	return #text == 0 and 1 or #lz.compress(text) / #text
end

if not ... then
	assert(lz.crc32 "123456789" == 0xCBF43926 and lz.adler32 "Wikipedia" == 0x11E60398)
	for plain, coded in pairs { [""] = "", f = "Zg==", fo = "Zm8=", foo = "Zm9v", ["\xFF\254\0"] = "//4A" } do
		assert(lz.to_base64(plain) == coded and lz.from_base64(coded) == plain, coded)
	end
	local samples = { "", "a", rep("ab", 700), rep("\0", 5000), [[one two three, two one three, one two three]] }
	local mixed, seed = {}, 42
	for i = 1, 3000 do
		seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
		mixed[i] = char(seed >> 16 & (i % 3 == 0 and 0xFF or 3))
	end
	samples[#samples + 1] = concat(mixed)
	for i, sample in ipairs(samples) do
		local packed = lz.compress(sample)
		assert(lz.decompress(packed) == sample, i)
	end
	assert(lz.ratio(samples[3]) < .2)
	local broken = lz.compress(samples[5]):gsub("two", "too", 1)
	assert(select(2, lz.decompress(broken)) == "checksum does not match")
	assert(select(2, lz.decompress(lz.MAGIC .. "xxxx")) == "header is cut off")
	assert(lz.from_base64(lz.to_base64(samples[6], 76)) == samples[6])
	print("lz", ("%.3f"):format(lz.ratio(samples[5])))
end

return lz
