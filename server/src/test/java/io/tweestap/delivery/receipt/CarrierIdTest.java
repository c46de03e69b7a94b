package io.tweestap.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierIdTest {
  private static final Set<IdForm> ALL = EnumSet.allOf(IdForm.class);

  @ParameterizedTest
  @CsvSource({
    "A1B2C3, A1B2C3, 0",
    "0001234567, 1234567, 1",
    "1234567, 0001234567, 1",
    "550E8400-E29B-41D4-A716-446655440000, 550e8400-e29b-41d4-a716-446655440000, 1",
    "00AB, ab, 1",
    "0000, 0, 1",
    "499602D2, 1234567890, 2",
    "1234567890, 499602d2, 2",
    "00499602d2, 1234567890, 2",
    "1234567890, 12345678900, -1",
    "msg-1, msg-2, -1",
    "'', 0, -1"
  })
  void twoWritingsAreSoFarApart(String stored, String received, int distance) {
    assertThat(new CarrierId(received).distance(stored, ALL).orElse(-1)).isEqualTo(distance);
  }

  @ParameterizedTest
  @CsvSource({"007, 7, TRIMMED", "AB, ab, FOLDED", "ff, 255, HEX_DECIMAL"})
  void eachFormCountsOnlyWhereItIsChosen(String stored, String received, IdForm form) {
    CarrierId id = new CarrierId(received);
    assertThat(id.distance(stored, Set.of(form))).isPresent();
    assertThat(id.distance(stored, Set.of())).isEmpty();
    assertThat(id.distance(received, Set.of())).hasValue(0);
  }

  @Test
  void zerosAndCaseAreFormsOfTheirOwn() {
    assertThat(new CarrierId("7").distance("007", Set.of(IdForm.FOLDED))).isEmpty();
    assertThat(new CarrierId("xy").distance("XY", Set.of(IdForm.TRIMMED))).isEmpty();
    assertThat(new CarrierId("255").distance("ff", IdForm.USUAL)).isEmpty();
  }

  @Test
  void aMatchWorksInBothDirectionsOfTheLookUp() {
    for (String[] pair : new String[][] {{"00FF", "255"}, {"255", "ff"}, {"0A", "a"}}) {
      assertThat(new CarrierId(pair[0]).candidates()).contains(new CarrierId(pair[1]).normal());
      assertThat(new CarrierId(pair[1]).candidates()).contains(new CarrierId(pair[0]).normal());
    }
  }

  @Test
  void anIdOfAnyLengthIsCheap() {
    assertThat(new CarrierId("f".repeat(255)).candidates()).hasSize(1);
    assertThat(new CarrierId("9".repeat(255)).candidates()).hasSize(1);
  }
}
