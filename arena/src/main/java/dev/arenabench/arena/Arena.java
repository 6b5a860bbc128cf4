package dev.arenabench.arena;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// Memory that is handed out by moving an index and taken back all at once.
///
/// **Handles.** An allocation answers an `int` handle, never [#NONE]. It stays valid, and its words
/// stay where they are, until the next [#reset] or [#close]. A handle of an earlier time is not
/// noticed: it reads whatever lies there now. So does an index beyond the allocation, as long as it
/// stays within the slab.
///
/// ```
///  31              17 16                    0
/// ┌──────────────────┬───────────────────────┐
/// │ number of slab   │ first word in the slab│   0 is NONE: slabs count from 1
/// └──────────────────┴───────────────────────┘
/// ```
///
/// **Slabs.** The first has the size of the capacity hint; each further one is twice the size of
/// the last, a power of two, up to [ArenaOptions#slabCapBytes]. A request above the cap gets a slab
/// of exactly its size and does not raise the next one. Slabs are taken when they are needed, and
/// kept over a reset as far as [ArenaOptions#retainedBytes] allows. Of two slabs with room left,
/// the one with more room is allocated from, and the other's tail is dead.
///
/// **Figures.** At any time `usedBytes + deadBytes ≤ capacityBytes`; what is missing is free. All
/// count the words themselves, not the few bytes of array headers.
///
/// Words are not cleared, neither when they are handed out nor on reset: write before you read.
///
/// Not thread-safe: an arena belongs to one thread at a time.
public final class Arena implements AutoCloseable {
  /// A handle that no allocation has.
  public static final int NONE = 0;

  private static final int OFFSET_BITS = 17;
  private static final int OFFSET_MASK = (1 << OFFSET_BITS) - 1;

  /// How far into a slab a handle reaches.
  static final int MAX_SLAB_WORDS = 1 << OFFSET_BITS;

  /// How many slabs handles can tell apart.
  static final int MAX_SLABS = (1 << (Integer.SIZE - OFFSET_BITS)) - 1;

  /// The longest array that every JVM allocates.
  private static final int MAX_ARRAY_WORDS = Integer.MAX_VALUE - 8;

  private static final long[] NO_WORDS = {};
  private static final VarHandle BYTES_AS_WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int slabCapWords;
  private final long limitBytes;
  private final long limitWords;
  private final long retainedWords;
  private final Region region;

  // slabs[0] is empty, and so is every entry beyond slabCount: a handle that is none or too great
  // fails on the bounds of an array. Slabs 1…usedSlabs hold allocations, the others are free.
  private long[][] slabs;
  private int slabCount;
  private int usedSlabs;
  private int nextSlabWords;

  // The slab that is allocated from. `end` is as far as handles reach, or `top` to send every
  // allocation the slow way.
  private int current;
  private int top;
  private int end;

  private long capacityWords;
  private long settledWords; // handed out from used slabs other than the current one
  private long tailWords; // given up at the ends of used slabs other than the current one
  private long paddingBytes;
  private long allocationCount;
  private long highWaterBytes;
  private long resetCount;
  private boolean closed;

  private Arena(ArenaOptions options) {
    slabCapWords = options.slabCapBytes() / Long.BYTES;
    limitBytes = options.limitBytes();
    limitWords = limitBytes / Long.BYTES;
    retainedWords = options.retainedBytes() / Long.BYTES;
    nextSlabWords = (int) Math.min(wordsFor(options.capacityBytes()), MAX_ARRAY_WORDS);
    slabs = new long[4][];
    Arrays.fill(slabs, NO_WORDS);
    region = new Region(this);
  }

  /// An arena with [ArenaOptions#DEFAULT].
  public static Arena create() {
    return new Arena(ArenaOptions.DEFAULT);
  }

  /// An arena whose first slab holds `capacityBytes`. Only a [Region] has use for more than
  /// [ArenaOptions#MAX_SLAB_CAP_BYTES]; handles reach no further into a slab.
  ///
  /// @throws IllegalArgumentException if `capacityBytes` is not positive
  public static Arena withCapacity(long capacityBytes) {
    return new Arena(ArenaOptions.DEFAULT.withCapacityBytes(capacityBytes));
  }

  /// An arena with the given options.
  public static Arena create(ArenaOptions options) {
    return new Arena(options);
  }

  // Allocation.

  /// Hands out `words` adjacent words. Their content is whatever lay there before.
  ///
  /// @return the handle of the first word
  /// @throws IllegalArgumentException if `words` is not positive
  /// @throws ArenaLimitException if the arena would have to grow beyond its limit
  /// @throws IllegalStateException if the arena is closed, its region is open, or it has too many
  ///   slabs
  public int allocate(int words) {
    int at = top;
    // Unsigned, so that zero and negative sizes go the slow way too.
    if (Integer.compareUnsigned(words - 1, end - at) >= 0) {
      return allocateElsewhere(words);
    }
    top = at + words;
    allocationCount++;
    return current << OFFSET_BITS | at;
  }

  private int allocateElsewhere(int words) {
    ensureIdle();
    if (words <= 0) {
      throw new IllegalArgumentException("words=" + words + ", least=1");
    }
    int number = take(words, words, MAX_SLAB_WORDS);
    settle(number, words, MAX_SLAB_WORDS);
    allocationCount++;
    return number << OFFSET_BITS;
  }

  /// Allocates one word and writes `value` to it.
  public int allocateValue(long value) {
    int handle = allocate(1);
    slabs[handle >>> OFFSET_BITS][handle & OFFSET_MASK] = value;
    return handle;
  }

  /// Allocates `words` words and writes `value` to each.
  public int allocateFilled(int words, long value) {
    int handle = allocate(words);
    int from = handle & OFFSET_MASK;
    Arrays.fill(slabs[handle >>> OFFSET_BITS], from, from + words, value);
    return handle;
  }

  /// Allocates a copy of `source[from, to)`.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  /// @throws IllegalArgumentException if it is empty
  public int allocateCopy(long[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int handle = allocate(to - from);
    System.arraycopy(source, from, slabs[handle >>> OFFSET_BITS], handle & OFFSET_MASK, to - from);
    return handle;
  }

  /// Allocates a copy of the bytes `source[from, to)`, which may be empty: a word with their
  /// number, then eight bytes a word, the first in the lowest bits. What is left of the last word
  /// is padding.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  public int allocateString(byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int length = to - from;
    int wholeWords = length >>> 3;
    int restBytes = length & 7;
    int handle = allocate(1 + wholeWords + (restBytes == 0 ? 0 : 1));
    long[] words = slabs[handle >>> OFFSET_BITS];
    int at = handle & OFFSET_MASK;
    words[at++] = length;
    for (int i = 0; i < wholeWords; i++) {
      words[at++] = (long) BYTES_AS_WORDS.get(source, from + (i << 3));
    }
    if (restBytes != 0) {
      words[at] = lastWord(source, to - restBytes, to);
      paddingBytes += Long.BYTES - restBytes;
    }
    return handle;
  }

  private static long lastWord(byte[] source, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << Byte.SIZE | (source[i] & 0xFF);
    }
    return word;
  }

  /// The arena's one region, closed at first.
  public Region region() {
    return region;
  }

  // Reading and writing.

  /// The word at a handle.
  ///
  /// @throws IndexOutOfBoundsException if there is no such word
  /// @throws IllegalStateException if the arena is closed
  public long read(int handle) {
    return read(handle, 0);
  }

  /// The word `index` words after a handle's.
  ///
  /// @throws IndexOutOfBoundsException if the slab has no such word
  /// @throws IllegalStateException if the arena is closed
  public long read(int handle, int index) {
    try {
      return slabs[handle >>> OFFSET_BITS][(handle & OFFSET_MASK) + index];
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(handle, index, e);
    }
  }

  /// Writes the word at a handle; fails as [#read(int)] does.
  public void write(int handle, long value) {
    write(handle, 0, value);
  }

  /// Writes the word `index` words after a handle's; fails as [#read(int, int)] does.
  public void write(int handle, int index, long value) {
    try {
      slabs[handle >>> OFFSET_BITS][(handle & OFFSET_MASK) + index] = value;
    } catch (IndexOutOfBoundsException e) {
      throw noSuchWord(handle, index, e);
    }
  }

  /// How many bytes a string has.
  public int stringLength(int handle) {
    return (int) read(handle, 0);
  }

  /// Writes a string's bytes to `target[at…]`.
  ///
  /// @return how many there are
  /// @throws IndexOutOfBoundsException if `target` is too short
  public int copyString(int handle, byte[] target, int at) {
    int length = stringLength(handle);
    Objects.checkFromIndexSize(at, length, target.length);
    int wholeWords = length >>> 3;
    for (int i = 0; i < wholeWords; i++) {
      BYTES_AS_WORDS.set(target, at + (i << 3), read(handle, 1 + i));
    }
    if ((length & 7) != 0) {
      long word = read(handle, 1 + wholeWords);
      for (int i = wholeWords << 3; i < length; i++) {
        target[at + i] = (byte) word;
        word >>>= Byte.SIZE;
      }
    }
    return length;
  }

  /// Whether a string's bytes are those of `source[from, to)`.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  public boolean stringEquals(int handle, byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    int length = stringLength(handle);
    if (length != to - from) {
      return false;
    }
    int wholeWords = length >>> 3;
    for (int i = 0; i < wholeWords; i++) {
      if ((long) BYTES_AS_WORDS.get(source, from + (i << 3)) != read(handle, 1 + i)) {
        return false;
      }
    }
    int restBytes = length & 7;
    return restBytes == 0 || lastWord(source, to - restBytes, to) == read(handle, 1 + wholeWords);
  }

  private RuntimeException noSuchWord(int handle, int index, IndexOutOfBoundsException cause) {
    if (closed) {
      return closedException();
    }
    IndexOutOfBoundsException exception =
        new IndexOutOfBoundsException(
            "handle=0x"
                + Integer.toHexString(handle)
                + ", index="
                + index
                + ", slabCount="
                + slabCount);
    exception.initCause(cause);
    return exception;
  }

  // Lifecycle.

  /// Takes everything back: all handles become invalid, an open region is discarded. Slabs are kept
  /// as far as the retention limit allows; of the others, the least recently used go first.
  ///
  /// A fixed number of stores, whatever the arena holds; beyond that, one store for each slab that
  /// is given back, which its allocation has long paid for.
  ///
  /// @throws IllegalStateException if the arena is closed
  public void reset() {
    ensureOpen();
    highWaterBytes = highWaterBytes();
    while (capacityWords > retainedWords) {
      drop(slabCount);
    }
    region.forget();
    settledWords = 0;
    tailWords = 0;
    paddingBytes = 0;
    allocationCount = 0;
    resetCount++;
    usedSlabs = Math.min(slabCount, 1);
    allocateFrom(usedSlabs, 0);
  }

  /// Lets all slabs go; an open region is discarded. Afterwards every allocation, read, write and
  /// reset fails; the figures are 0, except the high-water mark. Closing again does nothing.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    reset();
    slabs = new long[][] {NO_WORDS};
    slabCount = 0;
    usedSlabs = 0;
    capacityWords = 0;
    allocateFrom(0, 0);
    closed = true;
  }

  // Figures.

  /// Bytes handed out since the last reset, in the words asked for (a string: its length word and
  /// its bytes). A region counts when it is closed, with what was kept of it.
  public long usedBytes() {
    return (settledWords + top) * Long.BYTES - paddingBytes;
  }

  /// Bytes of all slabs, used and free.
  public long capacityBytes() {
    return capacityWords * Long.BYTES;
  }

  /// Bytes lost until the next reset: the padding of strings, and the tails of slabs that were left
  /// because a request did not fit or another slab had more room. What an outgrown region leaves
  /// behind is part of such a tail, if the slab holds other values too; else the slab is gone.
  public long deadBytes() {
    return tailWords * Long.BYTES + paddingBytes;
  }

  /// The greatest [#usedBytes] since the arena was created.
  public long highWaterBytes() {
    return Math.max(highWaterBytes, usedBytes());
  }

  /// Allocations since the last reset; a region counts as one when it is closed.
  public long allocationCount() {
    return allocationCount;
  }

  /// How often everything was taken back, by [#reset] or [#close]: what is kept beside an arena and
  /// holds its handles compares this to the count of when it got them.
  public long resetCount() {
    return resetCount;
  }

  /// How many slabs the arena holds, used and free.
  public int slabCount() {
    return slabCount;
  }

  // Slabs, for this class and the region.

  long[] slab(int number) {
    return slabs[number];
  }

  /// The slab that is allocated from; 0 if there is none yet.
  int current() {
    return current;
  }

  /// The first free word of the current slab.
  int top() {
    return top;
  }

  void ensureIdle() {
    ensureOpen();
    if (region.isOpen()) {
      throw new IllegalStateException("the region is open: close or discard it first");
    }
  }

  private void ensureOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("the arena is closed");
  }

  /// Sends every allocation the slow way, where it is refused.
  void suspend() {
    end = top;
  }

  /// Undoes [#suspend].
  void resume() {
    allocateFrom(current, top);
  }

  private void allocateFrom(int number, int from) {
    current = number;
    top = from;
    // Never below `top`: the difference is compared as an unsigned number.
    end = Math.max(from, Math.min(slabs[number].length, MAX_SLAB_WORDS));
  }

  /// How many words a slab of `wantedWords` in place of `replacedWords` could have under the limit.
  /// Gives back free slabs where they stand in the way.
  private int obtainableWords(int wantedWords, int replacedWords) {
    long words = limitWords - capacityWords + replacedWords;
    while (words < wantedWords && slabCount > usedSlabs) {
      words += slabs[slabCount].length;
      drop(slabCount);
    }
    return (int) Math.min(Math.min(wantedWords, MAX_ARRAY_WORDS), Math.max(words, 0));
  }

  /// How many words [#take] would find, at most `wantedWords`.
  int takeableWords(int wantedWords) {
    return free(wantedWords) != 0 ? wantedWords : obtainableWords(wantedWords, 0);
  }

  /// A used slab, otherwise empty, of `wantedWords` or more; where the limit forbids that, as many
  /// as it allows, but at least `leastWords`.
  ///
  /// @param usefulWords a new slab need not have more than this
  int take(int leastWords, int wantedWords, int usefulWords) {
    int free = free(wantedWords);
    int number = usedSlabs + 1;
    if (free != 0) {
      long[] swapped = slabs[free];
      slabs[free] = slabs[number];
      slabs[number] = swapped;
    } else {
      long[] created = create(leastWords, wantedWords, usefulWords, 0);
      makeRoom();
      slabs[++slabCount] = slabs[number];
      slabs[number] = created;
      capacityWords += created.length;
    }
    usedSlabs = number;
    return number;
  }

  /// Gives the slab that was taken last back to the free ones.
  void untake() {
    usedSlabs--;
  }

  /// Replaces a used slab that holds nothing worth keeping by a larger one, as [#take] does.
  void replace(int number, int leastWords, int wantedWords) {
    int free = free(wantedWords);
    if (free != 0) {
      long[] swapped = slabs[free];
      slabs[free] = slabs[number];
      slabs[number] = swapped;
      return;
    }
    int replacedWords = slabs[number].length;
    long[] created = create(leastWords, wantedWords, MAX_ARRAY_WORDS, replacedWords);
    slabs[number] = created;
    capacityWords += created.length - replacedWords;
  }

  /// Accounts for what was written to a taken slab, and allocates from whichever has more room now,
  /// this slab or the current one.
  ///
  /// @param reachWords how far into a slab room counts
  void settle(int number, int written, int reachWords) {
    int room = Math.min(slabs[number].length, reachWords) - written;
    int currentRoom = Math.min(slabs[current].length, reachWords) - top;
    if (room >= currentRoom) {
      settledWords += top;
      tailWords += slabs[current].length - top;
      allocateFrom(number, written);
    } else {
      settledWords += written;
      tailWords += slabs[number].length - written;
      resume();
    }
  }

  /// Accounts for a region that was closed in the current slab.
  void advance(int written) {
    allocateFrom(current, written);
  }

  void countAllocation() {
    allocationCount++;
  }

  /// The first free slab with that many words; 0 if there is none.
  private int free(int words) {
    for (int number = usedSlabs + 1; number <= slabCount; number++) {
      if (slabs[number].length >= words) {
        return number;
      }
    }
    return 0;
  }

  private long[] create(int leastWords, int wantedWords, int usefulWords, int replacedWords) {
    if (replacedWords == 0 && slabCount == MAX_SLABS) {
      throw new IllegalStateException("slabCount=" + slabCount + ", limit=" + MAX_SLABS);
    }
    int regular = Math.min(nextSlabWords, usefulWords);
    boolean oversize = wantedWords > Math.max(slabCapWords, regular);
    int words = wantedWords <= regular ? regular : oversize ? wantedWords : powerOfTwo(wantedWords);
    int obtainable = obtainableWords(words, replacedWords);
    if (obtainable < leastWords) {
      long limit = Math.min(limitBytes, (long) MAX_ARRAY_WORDS * Long.BYTES);
      throw new ArenaLimitException((long) leastWords * Long.BYTES, usedBytes(), limit);
    }
    long[] created = new long[obtainable];
    if (!oversize) {
      nextSlabWords =
          words < slabCapWords ? Math.min(powerOfTwo(words) * 2, slabCapWords) : slabCapWords;
    }
    return created;
  }

  private static int powerOfTwo(int atLeast) {
    return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
  }

  private static long wordsFor(long bytes) {
    return (bytes - 1) / Long.BYTES + 1;
  }

  private void makeRoom() {
    int length = slabs.length;
    if (slabCount + 2 > length) {
      slabs = Arrays.copyOf(slabs, length * 2);
      Arrays.fill(slabs, length, length * 2, NO_WORDS);
    }
  }

  private void drop(int number) {
    capacityWords -= slabs[number].length;
    slabs[number] = NO_WORDS;
    slabCount--;
  }
}
