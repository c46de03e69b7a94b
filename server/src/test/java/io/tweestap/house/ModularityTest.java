package io.tweestap.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tweestap.Tweestap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Rooms keep their insides to themselves, and arrows between them point down.
class ModularityTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tweestap");

  /// No room of the server: all its packages are for anybody.
  private static final DescribedPredicate<JavaClass> THE_LIBRARY =
      JavaClass.Predicates.resideInAPackage("io.tweestap.otp..");

  @Test
  void roomsUseOnlyTheFacesOfOtherRooms() {
    ApplicationModules.of(Tweestap.class, THE_LIBRARY).verify();
  }

  @Test
  void arrowsPointDown() {
    assertThat(Rooms.OF_THE_SERVER.upward(CLASSES)).isEmpty();
  }

  @Test
  void everyRoomHasItsPlaceInTheTable() {
    Set<String> existing =
        CLASSES.stream()
            .flatMap(type -> Rooms.room(type.getName()).stream())
            .collect(Collectors.toSet());
    assertThat(Rooms.OF_THE_SERVER.unknown(existing)).isEmpty();
  }

  @Test
  void anArrowThatPointsUpIsFound() {
    assertThat(Rooms.OF_THE_SERVER.judge(Optional.of("vault"), Optional.of("tenant")))
        .contains("vault reaches up to tenant");
    assertThat(Rooms.OF_THE_SERVER.judge(Optional.of("tenant"), Optional.of("vault"))).isEmpty();
    assertThat(Rooms.OF_THE_SERVER.judge(Optional.of("attic"), Optional.of("vault"))).isPresent();
    assertThat(Rooms.OF_THE_SERVER.unknown(Set.of("vault", "attic"))).containsExactly("attic");
  }

  @Test
  void nothingInARoomKnowsItsDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tweestap..web..")
        .and()
        .haveSimpleNameNotEndingWith("Endpoint")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tweestap.verification.web..",
            "io.tweestap.delivery.web..",
            "io.tweestap.tenant.web..",
            "io.tweestap.webhook.web..")
        .check(CLASSES);
  }

  @Test
  void doorsDoNotTalkToTheDatabase() {
    noClasses()
        .that()
        .resideInAPackage("io.tweestap..web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void protocolCodeKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("io.tweestap.otp..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "javax..",
            "org.w3c.dom..",
            "org.xml.sax..",
            "org.jspecify..",
            "io.tweestap.otp..")
        .check(CLASSES);
  }
}
