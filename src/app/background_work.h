// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Something that takes longer than a frame, done in another thread. What is asked for last counts: what was asked for
// before is stopped, and nobody hears of it.
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

namespace finwait {

class BackgroundWork : public QObject
{
public:
    using IsStopped = std::atomic<bool>;

    using QObject::QObject;
    /// Waits for the threads, which see that they are stopped.
    ~BackgroundWork() override
    {
        stop();
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(BackgroundWork)

    /// `work(isStopped)` is called in another thread, and what it returns is given to `done` in this one, unless that
    /// is stopped before. It should look at `isStopped` every few milliseconds.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        using Result = std::invoke_result_t<Work, const IsStopped&>;
        stop();
        m_isStopped = std::make_shared<IsStopped>(false);
        m_pool.start([this, work = std::move(work), done = std::move(done), isStopped = m_isStopped] {
            auto result = std::make_shared<Result>(work(*isStopped));
            const auto deliver = [this, done, isStopped, result] {
                if (*isStopped)
                    return;
                m_isStopped.reset();
                done(std::move(*result));
            };
            QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
        });
    }

    void stop()
    {
        if (m_isStopped)
            *m_isStopped = true;
        m_isStopped.reset();
    }
    [[nodiscard]] bool isBusy() const { return m_isStopped != nullptr; }
    /// Until `done` was called, for who has no event loop.
    void wait()
    {
        m_pool.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }

private:
    QThreadPool m_pool;
    std::shared_ptr<IsStopped> m_isStopped; // of what was asked for last; nullptr: that is done
};

} // namespace finwait
