package io.tweestap.vault.command;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/// `./tweestap keys new|list|rotate|prune`. Each is made when it is asked for, because `keys new`
/// must work without keys and without a database.
final class KeysCommand implements Command {
  private final ObjectProvider<NewKeys> create;
  private final ObjectProvider<ListKeys> list;
  private final ObjectProvider<RotateKeys> rotate;
  private final ObjectProvider<PruneKeys> prune;

  KeysCommand(
      ObjectProvider<NewKeys> create,
      ObjectProvider<ListKeys> list,
      ObjectProvider<RotateKeys> rotate,
      ObjectProvider<PruneKeys> prune) {
    this.create = create;
    this.list = list;
    this.rotate = rotate;
    this.prune = prune;
  }

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public String usage() {
    return """
    keys new --out FILE [--kms-uri URI]   make the keys for a database of your own
    keys list                             show the keys and how many rows use each
    keys rotate [--wait SECONDS]          re-seal everything with a new key, while serving
    keys rotate --prepare                 only add the new key, to copy the file to other nodes
    keys prune                            remove keys that nothing uses any more
    """;
  }

  @Override
  public int run(List<String> args) {
    try {
      Options options = Options.parse(args);
      return switch (options.action()) {
        case "new" -> create.getObject().run(options);
        case "list" -> list.getObject().run(options);
        case "rotate" -> rotate.getObject().run(options);
        case "prune" -> prune.getObject().run(options);
        default -> throw new Options.Wrong("keys " + options.action() + " is unknown");
      };
    } catch (Options.Wrong e) {
      System.err.println(e.getMessage());
      System.err.print(usage());
      return ExitCode.USAGE.code();
    }
  }
}
