package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.Tweestap;
import io.tweestap.operations.Command;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What `./tweestap help` shows is what the commands say of themselves.
class HelpTest extends SandboxTest {
  @Autowired private List<Command> commands;

  @Test
  void theHelpHasTheUsageOfEveryCommand() throws IOException {
    List<String> help = help().lines().map(String::strip).toList();
    assertThat(commands).hasSizeGreaterThan(8);
    for (Command command : commands) {
      assertThat(command.usage().lines().map(String::strip))
          .as(command.name())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(help).contains(line));
    }
  }

  private static String help() throws IOException {
    try (InputStream text = Tweestap.class.getResourceAsStream("help.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    }
  }
}
