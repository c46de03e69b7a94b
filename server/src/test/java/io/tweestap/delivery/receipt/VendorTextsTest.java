package io.tweestap.delivery.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The corpus `vendor-texts.txt`, each line read as it says.
class VendorTextsTest {
  @ParameterizedTest
  @MethodSource("lines")
  void eachTextSaysWhatItsLineTells(String line) {
    String[] field = line.split(" \\| ", 6);
    byte[] octets =
        switch (field[0]) {
          case "be" -> field[5].getBytes(UTF_16BE);
          case "bom" -> field[5].getBytes(UTF_16);
          case "le" -> field[5].getBytes(UTF_16LE);
          default -> field[5].getBytes(ISO_8859_1);
        };
    assertThat(DeliveryReport.read(octets, ReceiptParameters.NONE))
        .isEqualTo(
            new DeliveryReport(
                known(field[1]),
                known(field[2]).map(state -> ReceiptState.of(state).orElseThrow()),
                known(field[3]),
                known(field[4]).map(LocalDateTime::parse)));
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(30);
  }

  static List<String> lines() throws IOException {
    try (InputStream file = VendorTextsTest.class.getResourceAsStream("vendor-texts.txt")) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static Optional<String> known(String field) {
    return field.equals("-") ? Optional.empty() : Optional.of(field);
  }
}
