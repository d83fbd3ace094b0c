// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;

/** A file of a stream, open, and how far it is read. */
final class OpenFile implements Closeable {
    private static final int ATTEMPTS = 5;

    private final String key;
    private final Content content;
    private long generation;
    private long began;
    private int stream;
    private long offset;
    private boolean inside;
    private Fingerprint fingerprint = Fingerprint.NONE;
    /** Of what stands before the offset. */
    private Fingerprint ending = Fingerprint.NONE;
    /** Up to where its bytes were looked at: beyond the offset stands the beginning of a line. */
    private long examined;
    /** When it was last written, as far as is known, how long it was then, and what stood at its end. */
    private Instant grew;

    private long knownSize;
    private Fingerprint knownEnding = Fingerprint.NONE;
    /** Whether it is a copy that was made before its file was truncated: who writes the file does not write it. */
    private boolean copy;

    private OpenFile(BasicFileAttributes attributes, Content content) throws IOException {
        this.key = keyOf(attributes);
        this.content = content;
        this.grew = attributes.lastModifiedTime().toInstant();
        this.knownSize = content.size();
    }

    /** Device and inode, in the JDK's words. */
    static String keyOf(BasicFileAttributes attributes) {
        return String.valueOf(attributes.fileKey());
    }

    /** Opens the file at the path, links followed, at its beginning. */
    static OpenFile open(Path path) throws IOException {
        return open(path, Content.Plain::new);
    }

    /** Opens a rotated file, which may be compressed. */
    static OpenFile openRotated(Path path) throws IOException {
        boolean compressed = path.toString().endsWith(GzipContent.SUFFIX);
        return open(path, compressed ? GzipContent::new : Content.Plain::new);
    }

    /** How to open. */
    private interface Opener {
        Content open(Path path) throws IOException;
    }

    private static OpenFile open(Path path, Opener opener) throws IOException {
        BasicFileAttributes attributes = attributesOf(path);
        for (int attempt = 1; ; attempt++) {
            Content content = opener.open(path);
            BasicFileAttributes now = attributesOf(path, content);
            // The JDK does not tell the inode of an open file: it is that of the path, if that stayed the same.
            if (keyOf(now).equals(keyOf(attributes)) || attempt == ATTEMPTS) {
                return new OpenFile(now, content);
            }
            content.close();
            attributes = now;
        }
    }

    private static BasicFileAttributes attributesOf(Path path, Content opened) throws IOException {
        try {
            return attributesOf(path);
        } catch (IOException replaced) {
            opened.close();
            throw replaced;
        }
    }

    /** Looks at what the path names, links followed; refuses what is no file. */
    static BasicFileAttributes attributesOf(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NotAFileException(path, attributes);
        }
        return attributes;
    }

    String key() {
        return key;
    }

    long generation() {
        return generation;
    }

    Instant grew() {
        return grew;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** The place up to which its lines are done with. */
    FilePosition position() {
        return new FilePosition(generation, began, stream, offset, inside, fingerprint, ending, key);
    }

    /** The place up to which it is known, read or not. */
    FilePosition seen() {
        return offset >= knownSize
                ? position()
                : new FilePosition(generation, began, stream, knownSize, false, fingerprint, knownEnding, key);
    }

    /** Whether its end cannot be read: what is compressed may be torn. */
    boolean isDamaged() {
        return content.isDamaged();
    }

    /** Gives it its number, and says when it began, in milliseconds. */
    void number(int ofStream, long value, long since) {
        stream = ofStream;
        generation = value;
        began = since;
    }

    /** Goes on at a place in this file, or in one that this is a copy of. */
    void goTo(FilePosition place) {
        offset = place.offset();
        inside = place.inside();
        ending = place.ending();
        examined = offset;
    }

    /** Goes on at the beginning of the line in which the offset stands: that line is not complete yet. */
    void goToLineAt(long size) throws IOException {
        byte[] tail = new byte[(int) Math.min(size, FileBatch.LINE_LIMIT)];
        int length = content.read(tail, tail.length, size - tail.length);
        int start = length;
        while (start > 0 && tail[start - 1] != '\n') {
            start--;
        }
        inside = start == 0 && size > length;
        offset = inside ? size : size - tail.length + start;
        examined = offset;
    }

    /** Whether it is the file of that place, or a copy of it: begins as that one, reaches so far, and ends there so. */
    boolean holds(FilePosition place) throws IOException {
        byte[] beginning = beginning();
        return place.fingerprint().agrees(beginning, beginning.length)
                && content.size() >= place.offset()
                && endsSoAt(place.offset(), place.ending());
    }

    private boolean endsSoAt(long upTo, Fingerprint wanted) throws IOException {
        byte[] bytes = new byte[wanted.length()];
        int length = bytes.length == 0 ? 0 : content.read(bytes, bytes.length, upTo - bytes.length);
        return length == bytes.length && wanted.agrees(bytes, length);
    }

    /** Whether there is nothing behind that place. */
    boolean endsAt(long place) throws IOException {
        return content.read(new byte[1], 1, place) == 0;
    }

    /** It is a copy of a file that was truncated since, and so complete. */
    void noteCopy() {
        copy = true;
    }

    /** Whether it is a copy that nobody goes on to write; the next one may be written over it. */
    boolean isCopy() {
        return copy;
    }

    /** Its first bytes, as many as a fingerprint covers, or all. */
    byte[] beginning() throws IOException {
        byte[] bytes = new byte[Fingerprint.LIMIT];
        return Arrays.copyOf(bytes, content.read(bytes, bytes.length, 0));
    }

    /**
     * Takes the fingerprint anew, longer if the file has grown. False if it is not the file it was: shorter than what is
     * read of it, or begun anew.
     */
    boolean isStillTheSame() throws IOException {
        if (!content.isLive()) {
            return true;
        }
        byte[] beginning = beginning();
        if (content.size() < Math.max(examined, knownSize)
                || !fingerprint.agrees(beginning, beginning.length)
                || !endsSoAt(knownSize, knownEnding)) {
            return false;
        }
        extendFingerprint(beginning, beginning.length);
        return true;
    }

    /**
     * Whether it goes on as it was read until now, as far as the bytes before the offset tell; what else may have happened
     * to it, {@link #isStillTheSame} tells. Without those bytes, or while its beginning is still being written, it does not.
     */
    boolean goesOn() throws IOException {
        return content.isLive()
                && fingerprint.length() == Fingerprint.LIMIT
                && ending.length() > 0
                && content.size() >= Math.max(examined, knownSize)
                && endsSoAt(offset, ending);
    }

    /** Takes the fingerprint of a file that was just opened. */
    void takeFingerprint() throws IOException {
        byte[] beginning = beginning();
        extendFingerprint(beginning, beginning.length);
        if (content.isLive()) {
            knowSize(content.size());
        }
    }

    private void knowSize(long size) throws IOException {
        byte[] bytes = new byte[(int) Math.min(size, Fingerprint.ENDING_LIMIT)];
        int length = content.read(bytes, bytes.length, size - bytes.length);
        boolean mayBeFilled = length > 0 && bytes[length - 1] == 0;
        knownEnding = mayBeFilled ? Fingerprint.NONE : Fingerprint.before(bytes, length);
        knownSize = size;
    }

    private void extendFingerprint(byte[] beginning, int available) {
        int length = Math.min(available, Fingerprint.LIMIT);
        if (length > fingerprint.length()) {
            fingerprint = Fingerprint.of(beginning, length);
        }
    }

    /** Begins anew: the file was truncated, at that time as far as is known. */
    void restart(Instant truncated) {
        generation = 0;
        offset = 0;
        inside = false;
        examined = 0;
        fingerprint = Fingerprint.NONE;
        ending = Fingerprint.NONE;
        grew = truncated;
        knownSize = 0;
        knownEnding = Fingerprint.NONE;
    }

    long size() throws IOException {
        return content.size();
    }

    /** Whether all of it was looked at, if it is so long. */
    boolean isRead(long size) {
        return examined == size && knownSize == size;
    }

    /** Whether there is something that was not looked at. */
    boolean hasNews() throws IOException {
        return content.size() > examined;
    }

    /** How much is written and not taken. */
    long lag() throws IOException {
        long size = content.size();
        return size == Long.MAX_VALUE ? 0 : Math.max(0, size - offset);
    }

    /** Reads a buffer full; answers how many bytes. Nothing is taken by that. */
    int fill(byte[] buffer) throws IOException {
        int length = content.read(buffer, FileBatch.CAPACITY, offset);
        if (offset == 0) {
            // It may have been written only after the fingerprint was taken.
            extendFingerprint(buffer, length);
        }
        examined = offset + length;
        return length;
    }

    /** Notes whether it has grown since it was last asked. */
    void observe(Instant now) throws IOException {
        long size = content.size();
        if (size > knownSize && content.isLive()) {
            grew = now;
            knowSize(size);
        }
    }

    /** The lines of the batch are taken. */
    void advance(FileBatch batch) {
        if (batch.consumed() == 0) {
            return;
        }
        offset += batch.consumed();
        ending = batch.ending();
        inside = batch.insideAfter();
    }

    /** The lines of the batch were not taken: they are to be read again. */
    void reconsider() {
        examined = offset;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
