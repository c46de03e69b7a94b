package io.tweestap.policy.command;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.tenant.SandboxTenant;
import io.tweestap.tenant.Tenants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// `./tweestap example`: prepares the sandbox for the example application. The launcher asks for
/// this beside a running server, and then starts the application, which reads the file that is
/// written here.
@Component
class ExampleCommand implements Command {
  private static final String FILE = "example.properties";
  private static final String USUAL_ADDRESS = "http://localhost:8090";
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]{1,5}");

  private final ObjectProvider<Tenants> tenants;
  private final ObjectProvider<PrepareExample> preparing;
  private final Path data;

  ExampleCommand(
      ObjectProvider<Tenants> tenants,
      ObjectProvider<PrepareExample> preparing,
      @Value("${tweestap.data:data}") Path data) {
    this.tenants = tenants;
    this.preparing = preparing;
    this.data = data;
  }

  @Override
  public String name() {
    return "example";
  }

  @Override
  public String usage() {
    return "example            start the example application beside the server, or with one";
  }

  /// @param args where browsers reach the application; the usual port of this machine when empty
  @Override
  public int run(List<String> args) {
    String address = args.isEmpty() ? USUAL_ADDRESS : args.getFirst();
    if (args.size() > 1 || !ADDRESS.matcher(address).matches()) {
      return wrong("Give the address of the example on this machine: " + USUAL_ADDRESS + ".");
    }
    if (tenants.getObject().find(SandboxTenant.ID).isEmpty()) {
      return wrong(
          "The example uses the tenant \"sandbox\", which a server with the built-in database makes"
              + " at its first start.");
    }
    Path file = data.resolve(FILE);
    Optional<String> refused = preparing.getObject().prepare(address, file);
    if (refused.isPresent()) {
      return wrong(refused.get());
    }
    System.out.printf("%s holds the API client of the example at %s.%n", file, address);
    return ExitCode.OK.code();
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}
