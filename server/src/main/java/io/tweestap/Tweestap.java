package io.tweestap;

import io.tweestap.operations.ExitCode;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program. `io/tweestap/help.txt` says what can be asked of it.
@SpringBootApplication
public class Tweestap {

  public static void main(String[] args) {
    switch (CommandLine.parse(List.of(args))) {
      case CommandLine.Serve(var settings) -> serve(settings);
      case CommandLine.Run run -> System.exit(CommandRunner.run(run).code());
      case CommandLine.Print(var text) -> System.out.print(text);
      case CommandLine.Wrong(var sentence) -> {
        System.err.println(sentence);
        System.exit(ExitCode.USAGE.code());
      }
    }
  }

  /// Returns once the server answers; its threads keep the program alive until it is told to stop.
  private static void serve(List<String> settings) {
    try {
      new SpringApplication(Tweestap.class).run(settings.toArray(String[]::new));
    } catch (RuntimeException e) {
      // Said already, by ReportRefusal or, for what nobody foresaw, with its stack trace.
      System.exit(Refusal.of(e).map(Refusal::exitCode).orElse(ExitCode.UNEXPECTED).code());
    }
  }
}
