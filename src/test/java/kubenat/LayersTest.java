package kubenat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kubenat");

    /** Each package, and those that it may use. A new package is a new row. */
    private static final String LAYERS = """
            # package    | may use
            cli          | parse render surroundings api json lint diff kube heat trace graph model source
            render       | lint diff kube heat api trace graph model source
            surroundings | json model source
            api          | json model source
            json         |
            yaml         | source
            lint         | api surroundings json yaml kube heat trace graph model source
            diff         | kube heat trace graph model source
            kube         | heat api trace graph model source
            trace        | graph model source
            graph        | model source
            parse        | model source
            heat         | model source
            model        | source
            source       |
            plain        |
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = LAYERS)
    void packageUsesOnlyThePackagesBelowIt(String name, String uses) {
        Set<String> others = layers();
        others.remove(name);
        others.removeAll(Set.of((uses == null ? "" : uses).split(" ")));

        noClasses()
                .that()
                .resideInAPackage(below(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.stream().map(LayersTest::below).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsALayer() {
        assertThat(CLASSES.stream().map(LayersTest::layer)).isSubsetOf(layers());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # library                | only packages that see it
            org.antlr..              | kubenat.parse..
            kubenat.parse.antlr..    | kubenat.parse..
            picocli..                | kubenat.cli..
            com.fasterxml.jackson..  | kubenat.render.. kubenat.json..
            org.snakeyaml..          | kubenat.yaml..
            """)
    void libraryIsSeenByFewPackages(String library, String places) {
        noClasses()
                .that()
                .resideOutsideOfPackages(places.split(" "))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void onlyCommandsTalkToTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kubenat.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.that(not(resideInAnyPackage("kubenat.parse.antlr.."))))
                .allMatch(type -> type.getPackage().isAnnotatedWith(NullMarked.class), "lies in a @NullMarked package");
    }

    private static Set<String> layers() {
        return LAYERS.lines()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.substring(0, row.indexOf('|')).strip())
                .collect(toCollection(TreeSet::new));
    }

    private static String layer(JavaClass type) {
        return List.of(type.getPackageName().split("\\.")).get(1);
    }

    private static String below(String layer) {
        return "kubenat." + layer + "..";
    }
}
