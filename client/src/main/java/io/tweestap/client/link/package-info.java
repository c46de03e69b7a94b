/// Links to operators, for whoever runs the installation.
@NullMarked
package io.tweestap.client.link;

import org.jspecify.annotations.NullMarked;
