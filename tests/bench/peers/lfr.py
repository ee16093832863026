"""LFR graphs by networkit, and what leidenalg and networkit make of them; run by the benchmark."""

import json
import sys
import time

import igraph
import leidenalg
import networkit
import numpy as np

TRIES = 50


def make(nodes: int, mixing: float, seed: int, path: str) -> None:
    """Save a graph of degrees 20 on average, at most 50, and communities of 20 to 100."""
    networkit.setNumberOfThreads(1)
    for attempt in range(TRIES):
        networkit.engineering.setSeed(1_000 * seed + attempt, False)
        generator = networkit.generators.LFRGenerator(nodes)
        try:
            generator.generatePowerlawDegreeSequence(20, 50, -2)
            generator.generatePowerlawCommunitySizeSequence(20, 100, -1)
            generator.setMu(mixing)
            generator.run()
        except RuntimeError:
            continue
        edges = np.array(list(generator.getGraph().iterEdges()), dtype=np.int64)
        np.savez(path, edges=edges, truth=np.array(generator.getPartition().getVector()))
        return
    raise SystemExit("no graph of this kind could be made; take another seed.")


def cut(path: str, seed: int) -> None:
    """Save the communities that both find beside the graph, and print the seconds as JSON."""
    edges = np.load(path)["edges"]
    nodes = int(edges.max()) + 1
    networkit.setNumberOfThreads(1)
    networkit.engineering.setSeed(seed, False)
    ours = igraph.Graph(n=nodes, edges=edges)
    theirs = networkit.Graph(nodes)
    for left, right in edges.tolist():
        theirs.addEdge(left, right)
    begun = time.process_time()
    leiden = leidenalg.find_partition(ours, leidenalg.ModularityVertexPartition, seed=seed)
    between = time.process_time()
    louvain = networkit.community.PLM(theirs).run()
    done = time.process_time()
    np.savez(
        f"{path}.cut.npz",
        leidenalg=leiden.membership,
        networkit=louvain.getPartition().getVector(),
    )
    print(json.dumps({"leidenalg": between - begun, "networkit": done - between}))


if sys.argv[1] == "make":
    make(int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
else:
    cut(sys.argv[2], int(sys.argv[3]))
