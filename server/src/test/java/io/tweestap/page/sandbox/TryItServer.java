package io.tweestap.page.sandbox;

import io.tweestap.functional.ApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// A server on its own embedded database, with the sandbox tenant in it.
@TestPropertySource(properties = "tweestap.embedded=true")
abstract class TryItServer extends ApiTest {
  private static final int FIRST = 12_000_000;
  private static final int STEP = 10_001;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry settings) throws IOException {
    Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "try-it");
    settings.add("tweestap.data", data::toString);
  }

  /// A valid Dutch number that no other test uses, each in a block of its own.
  static String newNumber() {
    return "+316%08d".formatted(FIRST + STEP * NUMBERS.incrementAndGet());
  }
}
