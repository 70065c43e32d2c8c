import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.percolator.PercolatorPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/** OpenSearch as one node within this process, listening on the loopback only. */
final class OneNode extends Node {

  private OneNode(Settings settings, List<Class<? extends Plugin>> plugins) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "peer"),
        plugins,
        false);
  }

  /** Starts one that keeps its data in a folder, which has a folder {@code config}. */
  static Node in(String folder) throws Exception {
    Settings settings =
        Settings.builder()
            .put("path.home", folder)
            .put("cluster.name", "peer")
            .put("node.name", "peer")
            .put("discovery.type", "single-node")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .put("network.host", "127.0.0.1")
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    return new OneNode(
            settings, List.of(Netty4Plugin.class, PercolatorPlugin.class, EnglishPlugin.class))
        .start();
  }

  /** The settings of an index in one shard that is refreshed only when told. */
  static Settings.Builder oneShard() {
    return Settings.builder()
        .put("index.number_of_shards", 1)
        .put("index.number_of_replicas", 0)
        .put("index.refresh_interval", "-1");
  }
}
