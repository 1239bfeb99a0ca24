package io.agencyos.domain.content.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Words of somebody else as a model may read them: what a page hides is gone, and so is every sentence that speaks to the model
 * instead of about the lead. Where two do, nothing of the source is believed. Source: content 3.11 rules 1 and 2.
 *
 * @param text what is left; empty where the source was dropped
 * @param suspected how many sentences spoke to the model
 */
@ValueObject
public record UntrustedText(String text, int suspected) {

    private static final int DROPPED_FROM = 2;

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?is)<(\\w+)\\b[^>]*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0|\\bhidden\\b)[^>]*>.*?(?:</\\1\\s*>|$)");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
    /** Format characters are those of zero width and those that turn the direction of writing. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\s*[\\r\\n]+\\s*");

    private static final List<Pattern> SPEAKS_TO_A_MODEL = List.of(
            words(
                    "(?:ignore|disregard|forget|override|bypass|skip)\\b.{0,60}\\b(?:instruction|prompt|rule|guideline|direction|context|above|previous|prior)s?"),
            words("(?:new|updated|real|actual|following|these) (?:system )?instructions?"),
            words("system ?(?:prompt|message|override)"),
            words("(?:developer|debug|god|jailbreak|dan) mode"),
            words("you are (?:now|no longer)"),
            words("(?:act|behave|respond|answer|speak) (?:as|like) (?:an?|the|if)"),
            words("pretend (?:to be|that|you)"),
            words("as an? (?:ai|language model|assistant|llm)"),
            words("(?:dear|hey|hello|attention|note to|message to) (?:the"
                    + " )?(?:ai|assistant|model|llm|bot|claude|gpt|chatgpt)"),
            words("(?:reveal|print|repeat|output|show|leak) .{0,40}\\b(?:prompt|instructions?|secrets?|api"
                    + " keys?|context)"),
            words("(?:your|the) (?:only )?(?:task|job|goal) is (?:now|to)"),
            Pattern.compile(
                    "(?i)\\b(?:write|say|tell|send|reply|respond|include|add|insert|mention|output|put|visit)\\b.{0,60}(?:https?:|www\\.)"),
            words("(?:call|use|invoke|run) (?:the )?(?:tool|function)"),
            words("(?:tool_use|tool_result|function_call|tool_call)s?"),
            words("end of (?:data|input|document|context)"),
            Pattern.compile(
                    "(?i)(?:^|[\\s\\[<|{\"'#*])(?:system|assistant|user|human|ai)\\s*[|\\]>]?\\s*(?::|\\]|>|\\|)"),
            Pattern.compile(
                    "(?i)<\\|[^|]*\\|>|\\[/?inst]|<</?sys>>|</?(?:system|assistant|human|untrusted|data|instructions?)>"),
            Pattern.compile("[A-Za-z0-9+/]{200,}={0,2}"));

    private static Pattern words(String expression) {
        return Pattern.compile("(?i)\\b" + expression + "\\b");
    }

    /** @param longest characters that are kept */
    public static UntrustedText of(String source, int longest) {
        String shown = INVISIBLE
                .matcher(HIDDEN.matcher(COMMENT.matcher(source).replaceAll(" ")).replaceAll(" "))
                .replaceAll("");
        List<String> sentences = Arrays.asList(SENTENCE.split(shown));
        List<String> clean = sentences.stream()
                .filter(sentence -> SPEAKS_TO_A_MODEL.stream()
                        .noneMatch(pattern -> pattern.matcher(sentence).find()))
                .toList();
        int suspected = sentences.size() - clean.size();
        if (suspected >= DROPPED_FROM) {
            return new UntrustedText("", suspected);
        }
        String text = CONTROL.matcher(TAG.matcher(String.join(" ", clean)).replaceAll(" "))
                .replaceAll(" ")
                .replaceAll("\\s{2,}", " ")
                .strip();
        return new UntrustedText(
                text.length() > longest ? text.substring(0, longest).strip() : text, suspected);
    }
}
