package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What `./tweestap example` refuses. That it works is shown by the tests of the example itself.
@ExtendWith(OutputCaptureExtension.class)
class ExampleCommandTest extends SandboxTest {
  @Autowired private List<Command> commands;

  @Test
  void anAddressElsewhereGetsNoClient(CapturedOutput output) {
    for (String address :
        List.of(
            "http://example.org:8090",
            "http://localhost:8090/x",
            "http://localhost:1@example.org:1",
            "https://localhost")) {
      assertThat(run(address)).as(address).isEqualTo(2);
    }
    assertThat(run("http://localhost:8090", "more")).isEqualTo(2);
    assertThat(output.getErr()).contains("on this machine");
  }

  @Test
  void withoutTheSandboxThereIsNoExample(CapturedOutput output) {
    assertThat(run()).isEqualTo(2);
    assertThat(output.getErr()).contains("built-in database");
  }

  private int run(String... args) {
    return commands.stream()
        .filter(command -> command.name().equals("example"))
        .findFirst()
        .orElseThrow()
        .run(List.of(args));
  }
}
