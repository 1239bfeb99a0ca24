package io.agencyos.adapters.out.smtpimap;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The parts of a mail that strangers wrote: whatever is wrong with it, something readable comes out. */
final class Parts {

    private static final int MOST_TEXT = 256 << 10;
    private static final int DEEPEST = 10;

    private Parts() {}

    /** The leaves in order; a mail within the mail counts as one leaf. */
    static List<Part> leaves(Part part) {
        List<Part> leaves = new ArrayList<>();
        collect(part, leaves, 0);
        return leaves;
    }

    private static void collect(Part part, List<Part> leaves, int depth) {
        if (depth < DEEPEST && type(part).startsWith("multipart/")) {
            try {
                MimeMultipart parts =
                        new MimeMultipart(new ByteArrayDataSource(part.getInputStream(), part.getContentType()));
                for (int i = 0; i < parts.getCount(); i++) {
                    collect(parts.getBodyPart(i), leaves, depth + 1);
                }
                return;
            } catch (MessagingException | IOException broken) {
                leaves.add(part);
                return;
            }
        }
        leaves.add(part);
    }

    /** Type and subtype in lower case; text where the header is missing or broken. */
    static String type(Part part) {
        return contentType(part)
                .map(type -> type.getBaseType().toLowerCase(Locale.ROOT))
                .orElse("text/plain");
    }

    static Optional<String> parameter(Part part, String name) {
        return contentType(part).map(type -> type.getParameter(name)).map(value -> value.toLowerCase(Locale.ROOT));
    }

    private static Optional<ContentType> contentType(Part part) {
        try {
            return part.getContentType() == null
                    ? Optional.empty()
                    : Optional.of(new ContentType(part.getContentType()));
        } catch (ParseException broken) {
            return Optional.empty();
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Part> first(Part mail, String type) {
        return leaves(mail).stream().filter(part -> type(part).equals(type)).findFirst();
    }

    /** What a reader sees as text: the plain part, else the HTML part without its tags. */
    static String text(Part mail) {
        return first(mail, "text/plain")
                .filter(part -> !isAttachment(part))
                .map(Parts::decoded)
                .or(() -> first(mail, "text/html").map(Parts::decoded).map(Parts::withoutTags))
                .orElse("");
    }

    private static boolean isAttachment(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException broken) {
            return false;
        }
    }

    /** The part's text, cut at 256 KiB. */
    static String decoded(Part part) {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_TEXT), charset(part)).replace("\r\n", "\n");
        } catch (MessagingException | IOException broken) {
            return "";
        }
    }

    private static Charset charset(Part part) {
        try {
            return parameter(part, "charset")
                    .map(name -> Charset.forName(MimeUtility.javaCharset(name)))
                    .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static String withoutTags(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style, head").remove();
        document.select("br, p, div, li, tr, blockquote").before("\n");
        return document.wholeText()
                .lines()
                .map(line -> line.replaceAll("[ \\t\\u00a0]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
