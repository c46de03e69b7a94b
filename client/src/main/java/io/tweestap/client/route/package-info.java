/// Rules by which carriers are chosen, for whoever runs the installation.
@NullMarked
package io.tweestap.client.route;

import org.jspecify.annotations.NullMarked;
