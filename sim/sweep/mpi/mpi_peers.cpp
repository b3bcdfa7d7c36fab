// One-sided fetch-and-add on a counter; nobody waits for anybody to hand out work.
#include "sim/sweep/mpi/mpi_peers.hpp"

#include <mpi.h>

#include <cstdlib>
#include <stdexcept>

namespace bevlogen {

struct MpiPeers::Counter {
    MPI_Win window = MPI_WIN_NULL;
    std::int64_t* value = nullptr;
};

MpiPeers::MpiPeers() : counter_(std::make_unique<Counter>()) {
    int provided = 0, rank = 0, size = 1;
    // Calls come from several threads, one at a time.
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided);
    if (provided < MPI_THREAD_SERIALIZED) throw std::runtime_error("this MPI takes no calls from several threads, not even one at a time");
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    rank_ = static_cast<std::size_t>(rank);
    size_ = static_cast<std::size_t>(size);
    const MPI_Aint bytes = rank == 0 ? static_cast<MPI_Aint>(sizeof(std::int64_t)) : 0;
    MPI_Win_allocate(bytes, sizeof(std::int64_t), MPI_INFO_NULL, MPI_COMM_WORLD, static_cast<void*>(&counter_->value), &counter_->window);
    MPI_Win_lock_all(0, counter_->window);
    restart();
}

MpiPeers::~MpiPeers() {
    MPI_Win_unlock_all(counter_->window);
    MPI_Win_free(&counter_->window);
    MPI_Finalize();
}

std::size_t MpiPeers::next() {
    const std::int64_t one = 1;
    std::int64_t number = 0;
    MPI_Fetch_and_op(&one, &number, MPI_INT64_T, 0, 0, MPI_SUM, counter_->window);
    MPI_Win_flush(0, counter_->window);
    return static_cast<std::size_t>(number);
}

void MpiPeers::restart() {
    MPI_Barrier(MPI_COMM_WORLD);  // nobody counts any more
    if (rank_ == 0) {
        *counter_->value = 0;
        MPI_Win_sync(counter_->window);
    }
    MPI_Barrier(MPI_COMM_WORLD);
}

bool MpiPeers::any(bool said) {
    const int mine = said ? 1 : 0;
    int all = 0;
    MPI_Allreduce(&mine, &all, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
    return all != 0;
}

void MpiPeers::progress() {
    int is_there = 0;
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &is_there, MPI_STATUS_IGNORE);
}

void MpiPeers::abandon(int exit_code) const {
    MPI_Abort(MPI_COMM_WORLD, exit_code);
    std::abort();
}

}  // namespace bevlogen
