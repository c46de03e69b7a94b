package io.tweestap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the person at the shell asks for.
sealed interface CommandLine {
  /// Any setting by its full name, such as `--tweestap.database.pool-size=20`.
  Pattern SETTING = Pattern.compile("--[a-z]+[.][\\w.\\[\\]-]+=.*");

  /// Start the server.
  record Serve(List<String> settings) implements CommandLine {}

  /// Run a command.
  record Run(String name, List<String> arguments, List<String> settings) implements CommandLine {}

  /// Show the text and be done.
  record Print(String text) implements CommandLine {}

  /// It cannot be understood.
  record Wrong(String sentence) implements CommandLine {}

  /// Options may stand before and behind the command's name; words that belong to the command stay
  /// in their order.
  static CommandLine parse(List<String> args) {
    var settings = new ArrayList<String>();
    var words = new ArrayList<String>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String arg = rest.next();
      String setting = setting(arg, rest);
      if (setting == null) {
        words.add(arg);
      } else if (setting.isEmpty()) {
        return new Wrong("%s needs a value; ./tweestap help shows how.".formatted(arg));
      } else {
        settings.add(setting);
      }
    }
    return ofWords(words, settings);
  }

  private static CommandLine ofWords(List<String> words, List<String> settings) {
    String first = words.isEmpty() ? "serve" : words.getFirst();
    List<String> others = words.isEmpty() ? List.of() : words.subList(1, words.size());
    return switch (first) {
      case "help", "--help", "-h" -> new Print(text("help.txt"));
      case "version", "--version" -> new Print("tweestap " + version() + System.lineSeparator());
      case "serve" -> others.isEmpty() ? new Serve(settings) : unknown(others.getFirst());
      default ->
          first.startsWith("-") ? unknown(first) : new Run(first, List.copyOf(others), settings);
    };
  }

  /// The setting that an option stands for.
  ///
  /// @return null when it is none of the program's own options, empty when its value is missing
  private static @Nullable String setting(String arg, Iterator<String> rest) {
    return switch (arg) {
      case "--data" -> rest.hasNext() ? "--tweestap.data=" + rest.next() : "";
      case "--port" -> rest.hasNext() ? "--server.port=" + rest.next() : "";
      case String s when s.startsWith("--data=") -> "--tweestap.data=" + s.substring(7);
      case String s when s.startsWith("--port=") -> "--server.port=" + s.substring(7);
      case String s when SETTING.matcher(s).matches() -> s;
      default -> null;
    };
  }

  private static Wrong unknown(String word) {
    return new Wrong("Unknown option %s; ./tweestap help lists what there is.".formatted(word));
  }

  private static String version() {
    var properties = new Properties();
    try (var in = resource("tweestap.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static String text(String name) {
    try (var in = resource(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = CommandLine.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    return in;
  }
}
