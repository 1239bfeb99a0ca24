package io.agencyos.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a class file says at its edges, read without the code within: the whole house in a tenth of the time of a full
 * import.
 *
 * @param parents superclass and interfaces
 * @param mentions every type in its fields, constructors' parameters and methods' results, type arguments too
 * @param hasMethods whether it declares any
 * @param hasTests whether a framework for tests runs any of them
 * @param ofTests whether it was compiled with the tests of a module
 */
record Outline(
        String name,
        boolean isInterface,
        boolean isAbstract,
        Set<String> parents,
        Set<String> annotations,
        Set<String> mentions,
        boolean hasMethods,
        boolean hasTests,
        boolean ofTests) {

    private static final Pattern TYPE = Pattern.compile("L([\\w/$]+)");

    /** Of every class in the folder and below. */
    static Stream<Outline> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().parallelStream()
                    .map(Outline::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Outline of(Path file) {
        try {
            ClassModel type = ClassFile.of().parse(file);
            return new Outline(
                    name(type.thisClass()),
                    type.flags().has(AccessFlag.INTERFACE),
                    type.flags().has(AccessFlag.ABSTRACT),
                    Stream.concat(type.superclass().stream(), type.interfaces().stream())
                            .map(Outline::name)
                            .collect(Collectors.toSet()),
                    annotations(type).collect(Collectors.toSet()),
                    Stream.concat(
                                    type.fields().stream().map(Outline::text),
                                    type.methods().stream().map(Outline::text))
                            .flatMap(Outline::types)
                            .collect(Collectors.toSet()),
                    !type.methods().isEmpty(),
                    type.methods().stream().flatMap(Outline::annotations).anyMatch(Outline::runsTests),
                    file.toString().contains("/test-classes/")
                            && !file.toString().contains("/fixtures/"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static boolean runsTests(String annotation) {
        return annotation.startsWith("org.junit.") || annotation.startsWith("net.jqwik.");
    }

    private static String name(ClassEntry type) {
        return type.asInternalName().replace('/', '.');
    }

    private static String text(FieldModel field) {
        return field.fieldType().stringValue() + signature(field);
    }

    /** Whatever a constructor takes; whatever another method gives. */
    private static String text(MethodModel method) {
        String whole = method.methodType().stringValue() + signature(method);
        return method.methodName().equalsString("<init>") ? whole : whole.replaceAll("\\([^)]*\\)", "");
    }

    private static String signature(AttributedElement of) {
        return of.findAttribute(Attributes.signature())
                .map(signature -> " " + signature.signature().stringValue())
                .orElse("");
    }

    private static Stream<String> types(String text) {
        return TYPE.matcher(text).results().map(found -> found.group(1).replace('/', '.'));
    }

    private static Stream<String> annotations(AttributedElement of) {
        List<Annotation> seen = of.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(marks -> marks.annotations())
                .orElse(List.of());
        List<Annotation> kept = of.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(marks -> marks.annotations())
                .orElse(List.of());
        return Stream.of(seen, kept)
                .flatMap(List::stream)
                .flatMap(mark -> types(mark.className().stringValue()));
    }
}
