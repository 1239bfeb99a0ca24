package io.agencyos.adapters.out.postgres.kernel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Unpacks the plain tar archives that PostgreSQL's binaries come in: files, folders, links and GNU long names. */
final class TarReader {

    private static final int BLOCK = 512;
    private static final int EXECUTABLE = 0111;

    private final InputStream in;
    private final Path target;

    TarReader(InputStream in, Path target) {
        this.in = in;
        this.target = target.toAbsolutePath().normalize();
    }

    void unpack() throws IOException {
        String longName = "";
        String longLink = "";
        byte[] header = new byte[BLOCK];
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            long size = octal(header, 124, 12);
            String name = longName.isEmpty() ? name(header) : longName;
            String link = longLink.isEmpty() ? text(header, 157, 100) : longLink;
            longName = "";
            longLink = "";
            switch (header[156]) {
                case 'L' -> longName = longText(size);
                case 'K' -> longLink = longText(size);
                case '5' -> Files.createDirectories(inside(name));
                case '2' -> link(inside(name), link);
                case '0', 0 -> file(inside(name), size, (octal(header, 100, 8) & EXECUTABLE) != 0);
                default -> in.skipNBytes(padded(size));
            }
        }
    }

    private void file(Path path, long size, boolean executable) throws IOException {
        Files.createDirectories(path.getParent());
        try (var out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            long left = size;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the archive of PostgreSQL's binaries is cut off");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes(padded(size) - size);
        if (executable && Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private void link(Path path, String linkTarget) throws IOException {
        Files.createDirectories(path.getParent());
        inside(target.relativize(path.resolveSibling(linkTarget).normalize()).toString());
        Files.createSymbolicLink(path, Path.of(linkTarget));
    }

    private Path inside(String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive of PostgreSQL's binaries reaches outside its folder: " + name);
        }
        return path;
    }

    private String longText(long size) throws IOException {
        byte[] bytes = in.readNBytes((int) size);
        in.skipNBytes(padded(size) - size);
        return text(bytes, 0, bytes.length);
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static long octal(byte[] bytes, int from, int length) {
        String digits = text(bytes, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
