package io.tweestap.house;

/// A file of the project.
///
/// @param path from the root of the project, with slashes
record TextFile(String path, String text) {
  boolean isMainCode() {
    return path.contains("src/main/java/");
  }

  String directory() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
