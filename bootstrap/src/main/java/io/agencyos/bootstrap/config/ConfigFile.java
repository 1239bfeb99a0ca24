package io.agencyos.bootstrap.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of {@code KEY=value} lines in UTF-8; empty lines and those that begin with # say nothing. A value is everything after
 * the first equals sign, without the space around it: no character in it means anything, so that a password is what is written.
 */
final class ConfigFile {

    private ConfigFile() {}

    /** @param mistakes takes one sentence for each line that is none, which it does not repeat, since it may be a secret */
    static Map<String, String> read(String file, List<String> mistakes) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = lines(file, mistakes);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            if (key.isEmpty()) {
                mistakes.add("Line " + (at + 1) + " of " + file + " has not the form KEY=value");
            } else if (values.put(key, line.substring(equals + 1).strip()) != null) {
                mistakes.add(key + " stands more than once in " + file);
            }
        }
        return values;
    }

    private static List<String> lines(String file, List<String> mistakes) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (NoSuchFileException | InvalidPathException none) {
            return unreadable(file, "there is no such file", mistakes);
        } catch (CharacterCodingException notText) {
            return unreadable(file, "it is no text in UTF-8", mistakes);
        } catch (IOException failed) {
            String why = failed.getMessage();
            return unreadable(
                    file, why == null || why.equals(file) ? failed.getClass().getSimpleName() : why, mistakes);
        }
    }

    private static List<String> unreadable(String file, String why, List<String> mistakes) {
        mistakes.add(Setting.CONFIG_FILE.key() + ": " + file + " cannot be read: " + why);
        return List.of();
    }
}
