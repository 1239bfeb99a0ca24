package io.agencyos.adapters.in.http.openapi;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What types and their members mean: their Javadoc, which the build keeps beside the classes of routes. A member without a
 * {@code @param} of its own means what its name means everywhere ({@code members.properties}).
 */
final class Meanings {

    private static final String SHARED = "members.properties";
    /** Where a rule comes from is of no use to who reads the document only. */
    private static final Pattern SOURCE = Pattern.compile("\\s*Sources?: .*", Pattern.DOTALL);

    /** What a sentence says of null, from the semicolon on. */
    private static final Pattern OF_NULL = Pattern.compile("; null [^;.]*");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Properties shared = new Properties();
    private final Map<Class<?>, ClassJavadoc> read = new HashMap<>();

    Meanings() {
        try (Reader words = new InputStreamReader(
                Objects.requireNonNull(Meanings.class.getResourceAsStream(SHARED), SHARED), StandardCharsets.UTF_8)) {
            shared.load(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<String> of(Class<?> type) {
        return text(javadoc(type).getComment());
    }

    /**
     * @param component the member as the record names it
     * @param wire the member as JSON names it
     * @param nullable whether it may be null; what is said everywhere of null is left out where it may not
     */
    Optional<String> of(Class<?> record, String component, String wire, boolean nullable) {
        return javadoc(record).getRecordComponents().stream()
                .filter(param -> param.getName().equals(component))
                .map(ParamJavadoc::getComment)
                .findFirst()
                .flatMap(Meanings::text)
                .or(() -> Optional.ofNullable(shared.getProperty(wire))
                        .map(said -> nullable ? said : OF_NULL.matcher(said).replaceFirst("")));
    }

    private ClassJavadoc javadoc(Class<?> type) {
        return read.computeIfAbsent(type, RuntimeJavadoc::getJavadoc);
    }

    /** As Markdown, a sentence as sentences are written. */
    private static Optional<String> text(Comment comment) {
        StringBuilder text = new StringBuilder();
        comment.visit(new AsMarkdown(text));
        String plain = SOURCE.matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceFirst("")
                .strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String sentence = Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
        return Optional.of(sentence.endsWith(".") ? sentence : sentence + ".");
    }

    private record AsMarkdown(StringBuilder text) implements CommentVisitor {

        @Override
        public void commentText(String value) {
            text.append(value.replaceAll("<[^>]+>", ""));
        }

        @Override
        public void inlineLink(Link link) {
            text.append(link.getLabel());
        }

        @Override
        public void inlineTag(String name, String value) {
            text.append('`').append(value).append('`');
        }

        @Override
        public void inlineValue(Value value) {
            text.append(value.getReferencedMemberName());
        }
    }
}
